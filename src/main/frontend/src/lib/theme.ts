import { changeListeners } from './changeListeners';
import { readStored, removeStored, store } from './storage';

/** `system` follows the setting of the device. */
export type Theme = 'system' | 'light' | 'dark';
export type Contrast = 'system' | 'normal' | 'more';

const THEME = 'theme';
const CONTRAST = 'contrast';

const listeners = changeListeners();

export function storedTheme(): Theme {
  const stored = readStored(THEME);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function storedContrast(): Contrast {
  const stored = readStored(CONTRAST);
  return stored === 'normal' || stored === 'more' ? stored : 'system';
}

/** Before the first page is shown. */
export function applyAppearance(): void {
  const { dataset } = document.documentElement;
  const theme = storedTheme();
  const contrast = storedContrast();
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  if (contrast === 'system') delete dataset.contrast;
  else dataset.contrast = contrast;
}

function choose(key: string, value: string): void {
  if (value === 'system') removeStored(key);
  else store(key, value);
  applyAppearance();
  listeners.call();
}

export function chooseTheme(theme: Theme): void {
  choose(THEME, theme);
}

export function chooseContrast(contrast: Contrast): void {
  choose(CONTRAST, contrast);
}

/** Also for `useSyncExternalStore`, because several controls show the choice. */
export const onAppearanceChange = listeners.add;
