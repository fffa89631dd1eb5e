import type { ReactNode } from 'react';
import styles from './VisitorForm.module.css';

/** The form of a page for visitors, and beside it what supports it. */
export function VisitorForm({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.form}>{children}</div>
      {aside && <aside className={styles.aside}>{aside}</aside>}
    </div>
  );
}
