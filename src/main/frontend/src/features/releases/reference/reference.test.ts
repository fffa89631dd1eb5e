import { expect, test } from 'vitest';
import { moved, parseReferences } from './reference';

const tide = { id: '1', name: 'Tide', artistCredit: 'Ada', source: 'SPOTIFY' };

test.each([
  ['nothing', undefined, []],
  ['a text', 'Tide', []],
  ['a release', [tide], [tide]],
  ['what is none', [null, 'x', 7, { ...tide, source: 'RADIO' }, { ...tide, id: 1 }, tide], []],
  ['more than three', [tide, tide, tide, tide], [tide, tide, tide]],
  ['further fields', [{ ...tide, url: 'javascript:alert(1)' }], [tide]],
])('reads a draft with %s', (_, value, expected) => {
  expect(parseReferences(value)).toEqual(expected);
});

test.each([
  [0, 1, ['b', 'a', 'c']],
  [2, -1, ['a', 'c', 'b']],
  [1, 1, ['a', 'c', 'b']],
])('moves item %i by %i', (from, by, expected) => {
  expect(moved(['a', 'b', 'c'], from, by)).toEqual(expected);
});
