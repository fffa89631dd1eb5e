import { expect, test } from 'vitest';
import { countInWords } from './countInWords';

test.each([
  [0, 'No replies'],
  [1, 'One reply'],
  [10, 'Ten replies'],
  [11, '11 replies'],
])('writes %i as "%s"', (count, expected) => {
  expect(countInWords(count, 'reply', 'replies')).toBe(expected);
});
