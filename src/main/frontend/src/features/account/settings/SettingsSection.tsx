import { useId, type ReactNode } from 'react';
import styles from './SettingsSection.module.css';

/** A part of the settings: its heading, and beside it what can be changed. */
export function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
