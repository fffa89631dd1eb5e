import { expect, test } from 'vitest';
import { periodOf } from './period';

const now = new Date('2026-11-29T00:30:00+01:00');

test.each([
  ['', '2026-10-30', '2026-11-28'],
  ['from=2026-11-01', '2026-11-01', '2026-11-28'],
  ['from=2026-01-01&to=2026-01-31', '2026-01-01', '2026-01-31'],
  ['to=2026-01-30', '2026-01-01', '2026-01-30'],
  ['from=yesterday&to=2026-99-99', '2026-10-30', '2026-11-28'],
])('reads the period from "%s", in UTC days', (search, from, to) => {
  expect(periodOf(new URLSearchParams(search), now)).toEqual({ from, to });
});
