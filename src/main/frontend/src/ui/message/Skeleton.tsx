import layout from '@/ui/layout/layout.module.css';
import styles from './Skeleton.module.css';

/** Takes the room of lines that are being loaded. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className={layout.hidden}>Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.line} />
      ))}
    </div>
  );
}
