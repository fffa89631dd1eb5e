import layout from '@/ui/layout/layout.module.css';
import styles from './Badge.module.css';

/** A number of things: nothing if there are none. A screen reader hears the label after the number. */
export function CountBadge({ count, label }: { count: number; label: string }) {
  if (count <= 0) return null;
  return (
    <span className={styles.count}>
      {count} <span className={layout.hidden}>{label}</span>
    </span>
  );
}
