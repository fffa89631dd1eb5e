import { className } from '@/lib/className';
import styles from './Progress.module.css';

/**
 * A segment for each part of the work.
 *
 * @param props.begun the number of parts that are begun, and not done
 * @param props.label says the same in words, for example `1 of 3 sent, 1 is begun`
 */
export function Progress(props: { done: number; begun?: number; total: number; label: string }) {
  if (props.total === 0) return null;
  const { done, begun = 0, total } = props;
  return (
    <div
      className={styles.progress}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      {Array.from({ length: total }, (_, segment) => (
        <span
          key={segment}
          className={className(
            styles.segment,
            segment < done ? styles.done : segment < done + begun && styles.begun,
          )}
        />
      ))}
    </div>
  );
}
