import type { ComponentProps, ReactNode } from 'react';
import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import styles from './Button.module.css';

/** A button that shows an icon. Its label is its name, and its tooltip. */
export function IconButton({
  label,
  icon,
  ...others
}: Omit<ComponentProps<'button'>, 'className' | 'children' | 'title'> & { label: string; icon: ReactNode }) {
  return (
    <button {...others} type="button" title={label} className={className(styles.button, styles.icon)}>
      {icon}
      <span className={layout.hidden}>{label}</span>
    </button>
  );
}
