import { expect, test } from 'vitest';
import { addressSlip } from './addressSlip';

test.each([
  ['mira@gmial.com', 'mira@gmail.com'],
  ['mira@gmal.com', 'mira@gmail.com'],
  ['mira@gmaill.com', 'mira@gmail.com'],
  ['mira@gnail.com', 'mira@gmail.com'],
  ['mira@gmail.con', 'mira@gmail.com'],
  ['mira@gmail.co', 'mira@gmail.com'],
  ['mira@gmail.cm', 'mira@gmail.com'],
  ['mira@gmial.con', 'mira@gmail.com'],
  ['Mira@GMIAL.com', 'Mira@gmail.com'],
  [' mira@gmial.com ', 'mira@gmail.com'],
  ['mira@hotmial.com', 'mira@hotmail.com'],
  ['mira@outlok.com', 'mira@outlook.com'],
  ['mira@yaho.com', 'mira@yahoo.com'],
  ['mira@iclod.com', 'mira@icloud.com'],
  ['mira@studio.con', 'mira@studio.com'],
  ['mira@studio.vom', 'mira@studio.com'],
  ['mira@studio.ogr', 'mira@studio.org'],
])('%s was probably meant as %s', (typed, meant) => {
  expect(addressSlip(typed)).toBe(meant);
});

test.each([
  '',
  'mira',
  'mira@',
  '@gmial.com',
  'mira@gmail.com',
  'mira@mail.com',
  'mira@ymail.com',
  'mira@email.com',
  'mira@gmx.at',
  'mira@gmx.ch',
  'mira@studio.co',
  'mira@studio.example',
  'post@müller.example',
  'mira@con',
  'mira@con.example',
])('%s is left as it is', (typed) => {
  expect(addressSlip(typed)).toBeNull();
});
