import { expect, test } from 'vitest';
import { initial } from './initial';

test.each([
  ['salt flats', 'S'],
  ['  night', 'N'],
  ['👩‍👩‍👧‍👦 family', '👩‍👩‍👧‍👦'],
  ['إيقاع', 'إ'],
  ['', ''],
  ['   ', ''],
])('"%s" begins with "%s"', (name, character) => {
  expect(initial(name)).toBe(character);
});
