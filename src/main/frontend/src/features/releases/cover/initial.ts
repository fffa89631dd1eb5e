const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What stands on a sleeve without a cover: the first character of the name, as a reader sees it. Empty if there is none. */
export function initial(name: string): string {
  const [first] = characters.segment(name.trim());
  return first?.segment.toUpperCase() ?? '';
}
