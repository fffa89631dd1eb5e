import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { className } from '@/lib/className';
import type { ButtonVariant } from './Button';
import styles from './Button.module.css';

/** A link that looks like a button: it leads to another page. */
export function ButtonLink({
  to,
  variant = 'plain',
  big = false,
  children,
}: {
  to: string;
  variant?: ButtonVariant;
  big?: boolean;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={className(styles.button, styles[variant], big && styles.big)}>
      {children}
    </Link>
  );
}
