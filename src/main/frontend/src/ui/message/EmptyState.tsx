import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** In place of a list without entries: what to do. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action}
    </div>
  );
}
