import styles from './Field.module.css';

/** In the label of a field that can stay empty. */
export function Optional() {
  return <span className={styles.optional}>optional</span>;
}
