const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The number of words in a text of any script. */
export function countWords(text: string): number {
  let words = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) words++;
  return words;
}

/** The number of characters as the server counts them: code points. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}
