import { expect, test } from 'vitest';
import { initials } from './initials';

test.each([
  ['mira.sands@post.example', 'MS'],
  ['lucian@post.example', 'LU'],
  ['x@post.example', 'X'],
  ['leïla_benali-2@post.example', 'LB'],
  ['', ''],
])('makes the initials of %s', (username, expected) => {
  expect(initials(username)).toBe(expected);
});
