import type { ComponentProps } from 'react';
import { className } from '@/lib/className';
import styles from './Button.module.css';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

/** A view has one primary button: the next thing to do. A busy button says what it does, and ignores clicks. */
export function Button({
  variant = 'plain',
  big = false,
  busy = false,
  type = 'button',
  onClick,
  ...others
}: Omit<ComponentProps<'button'>, 'className'> & { variant?: ButtonVariant; big?: boolean; busy?: boolean }) {
  return (
    <button
      {...others}
      type={type}
      className={className(styles.button, styles[variant], big && styles.big)}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    />
  );
}
