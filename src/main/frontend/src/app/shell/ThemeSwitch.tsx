import { Contrast } from 'lucide-react';
import { chooseTheme, storedTheme } from '@/lib/theme';
import { IconButton } from '@/ui/button/IconButton';
import styles from './ThemeSwitch.module.css';

/** Switches to the other theme. If that is the theme of the device, the page follows the device again. */
export function ThemeSwitch() {
  const change = () => {
    const device = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const stored = storedTheme();
    const shown = stored === 'system' ? device : stored;
    const other = shown === 'dark' ? 'light' : 'dark';
    chooseTheme(other === device ? 'system' : other);
  };
  return (
    <IconButton
      label="Switch between light and dark"
      icon={<Contrast className={styles.icon} />}
      onClick={change}
    />
  );
}
