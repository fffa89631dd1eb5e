import styles from './Prose.module.css';

/** A text of a person, with its line breaks and in its direction. */
export function Prose({ children }: { children: string }) {
  return (
    <p className={styles.prose} dir="auto">
      {children}
    </p>
  );
}
