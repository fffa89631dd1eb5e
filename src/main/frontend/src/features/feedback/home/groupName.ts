/** The parts of a name such as `Feedback Group #12 - Electronic/Pop`. The number is null if the name is of another form. */
export function groupName(name: string): { number: string | null; genres: string } {
  const [, number = null, genres = name] = /^Feedback Group #(\d+) - (.+)$/s.exec(name) ?? [];
  return { number, genres };
}
