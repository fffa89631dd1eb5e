import styles from './Prose.module.css';

/** What a member wrote, with its line breaks. */
export function Prose({ children }: { children: string }) {
  return (
    <p className={styles.prose} dir="auto">
      {children}
    </p>
  );
}
