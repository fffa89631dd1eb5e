import { useSyncExternalStore } from 'react';
import {
  chooseContrast,
  chooseTheme,
  onAppearanceChange,
  storedContrast,
  storedTheme,
  type Contrast,
  type Theme,
} from '@/lib/theme';
import { Choices } from '@/ui/form/Choices';
import { SettingsSection } from './SettingsSection';

const themes: { value: Theme; label: string }[] = [
  { value: 'system', label: 'As my device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const contrasts: { value: Contrast; label: string }[] = [
  { value: 'system', label: 'As my device' },
  { value: 'normal', label: 'Normal' },
  { value: 'more', label: 'High' },
];

/** Kept in this browser. */
export function AppearanceSection() {
  const theme = useSyncExternalStore(onAppearanceChange, storedTheme);
  const contrast = useSyncExternalStore(onAppearanceChange, storedContrast);
  return (
    <SettingsSection title="Appearance">
      <Choices
        name="theme"
        legend="Colours"
        options={themes}
        value={theme}
        onChange={(value) => {
          chooseTheme(themes.find((each) => each.value === value)?.value ?? 'system');
        }}
      />
      <Choices
        name="contrast"
        legend="Contrast"
        options={contrasts}
        value={contrast}
        onChange={(value) => {
          chooseContrast(contrasts.find((each) => each.value === value)?.value ?? 'system');
        }}
      />
    </SettingsSection>
  );
}
