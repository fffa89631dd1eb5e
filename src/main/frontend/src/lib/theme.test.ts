import { beforeEach, expect, test, vi } from 'vitest';
import { applyAppearance, chooseContrast, chooseTheme, onAppearanceChange, storedTheme } from './theme';

const { dataset } = document.documentElement;

beforeEach(() => {
  chooseTheme('system');
  chooseContrast('system');
});

test('keeps a choice and sets it on the document', () => {
  const listener = vi.fn();
  onAppearanceChange(listener);

  chooseTheme('dark');
  chooseContrast('more');

  expect([dataset.theme, dataset.contrast]).toEqual(['dark', 'more']);
  expect(listener).toHaveBeenCalledTimes(2);

  delete dataset.theme;
  applyAppearance();
  expect(dataset.theme).toBe('dark');
});

test('follows the device again', () => {
  chooseTheme('light');
  chooseTheme('system');

  expect(dataset.theme).toBeUndefined();
  expect(storedTheme()).toBe('system');
});

test('takes a stored value that is no theme for none', () => {
  localStorage.setItem('theme', 'purple');

  expect(storedTheme()).toBe('system');
});
