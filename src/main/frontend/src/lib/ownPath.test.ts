import { expect, test } from 'vitest';
import { ownPath } from './ownPath';

test.each([
  ['/group/12?tab=1#mine', '/group/12?tab=1#mine'],
  ['/', '/'],
])('keeps the path %s of this website', (next, expected) => {
  expect(ownPath(next)).toBe(expected);
});

test.each([
  null,
  '',
  'group',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/group/..//evil.example',
  '/%2e//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
])('does not follow %s', (next) => {
  expect(ownPath(next)).toBe('/');
});
