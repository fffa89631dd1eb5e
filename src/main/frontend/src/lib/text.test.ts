import { expect, test } from 'vitest';
import { plural } from './plural';
import { describeTime } from './time';
import { countCharacters, countWords } from './words';

test.each([
  ['', 0],
  ['The kick is too long.', 5],
  ['… ! ?', 0],
  ['كل المدن بعيدة', 3],
  ["don't", 1],
])('counts the words of "%s"', (text, expected) => {
  expect(countWords(text)).toBe(expected);
});

test('counts a character outside the basic plane once', () => {
  expect(countCharacters('🎧a')).toBe(2);
});

test('uses the singular for one only', () => {
  expect([plural(0, 'form'), plural(1, 'form'), plural(2, 'reply', 'replies')]).toEqual([
    '0 forms',
    '1 form',
    '2 replies',
  ]);
});

const now = new Date('2026-11-29T12:00:00+01:00');

test.each([
  ['2026-11-29T20:36:00Z', 'today at 21:36'],
  ['2026-11-28T23:30:00Z', 'today at 00:30'],
  ['2026-11-28T07:00:00Z', 'yesterday at 08:00'],
  ['2026-11-30T02:30:00Z', 'tomorrow at 03:30'],
  ['2026-12-03T02:30:00Z', '3 December'],
  ['2024-12-03T02:30:00Z', '3 December 2024'],
])('describes %s in the time zone of the reader', (iso, expected) => {
  expect(describeTime(iso, now)).toBe(expected);
});
