import type { ReactNode } from 'react';
import { className } from '@/lib/className';
import styles from './Badge.module.css';

/** A word about a thing. */
export function Badge({ kind, children }: { kind?: 'wait' | 'bad' | undefined; children: ReactNode }) {
  return <span className={className(styles.badge, kind && styles[kind])}>{children}</span>;
}
