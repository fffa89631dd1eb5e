/** What each number of stars means, as members see it. */
export const stars = [
  { value: 1, meaning: 'Not helpful' },
  { value: 2, meaning: 'A little helpful' },
  { value: 3, meaning: 'Helpful' },
  { value: 4, meaning: 'Very helpful' },
  { value: 5, meaning: 'Changed how I hear it' },
] as const;
