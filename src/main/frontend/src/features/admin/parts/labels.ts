/** The label of a name of the API. A name that this client does not know is its own label. */
export function labelOf(labels: Record<string, string>, name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? name) : name;
}

export function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
