import { expect, test } from 'vitest';
import { describeReleaseDate } from './releaseDate';

const now = new Date('2026-11-29T12:00:00Z');

test.each([
  ['2026', '2026'],
  ['2026-11', 'November 2026'],
  ['2025-01', 'January 2025'],
  ['2026-11-27', '27 November'],
  ['2026-01-01', '1 January'],
  ['2025-12-31', '31 December 2025'],
])('%s is %s', (date, words) => {
  expect(describeReleaseDate(date, now)).toBe(words);
});
