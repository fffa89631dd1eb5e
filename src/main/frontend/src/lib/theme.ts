import { readStored, removeStored, store } from './storage';

/** `system` follows the setting of the device. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'theme';

export function storedTheme(): Theme {
  const stored = readStored(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') removeStored(KEY);
  else store(KEY, theme);
  applyTheme(theme);
}
