import { expect, test } from 'vitest';
import { filterValue, firstPage, flag, oneOf, pageVariables } from './listVariables';

test.each([
  ['', { first: 20, after: null, last: null, before: null }],
  ['after=abc', { first: 20, after: 'abc', last: null, before: null }],
  ['before=abc', { first: null, after: null, last: 20, before: 'abc' }],
])('reads the page from "%s"', (search, expected) => {
  expect(pageVariables(new URLSearchParams(search))).toEqual(expected);
});

test('leads to the first page with the same filters', () => {
  expect(firstPage(new URLSearchParams('a=x&after=abc&before=def'))).toBe('?a=x');
  expect(firstPage(new URLSearchParams(''))).toBe('?');
});

test('takes an empty filter for none', () => {
  const value = filterValue(new URLSearchParams('a=&b=%20&c=+x+'));
  expect([value('a'), value('b'), value('c'), value('d')]).toEqual([null, null, 'x', null]);
});

test('ignores values that a filter does not have', () => {
  const words = { SENT: 'Sent' };
  expect([oneOf(words, 'SENT'), oneOf(words, 'sent'), oneOf(words, 'toString'), oneOf(words, null)]).toEqual([
    'SENT',
    null,
    null,
    null,
  ]);
  expect([flag('true'), flag('false'), flag('maybe'), flag(null)]).toEqual([true, false, null, null]);
});
