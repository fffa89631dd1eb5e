import { className } from '@/lib/className';
import styles from './Progress.module.css';

/**
 * A segment for each form.
 *
 * @param props.half the number of drafts
 * @param props.label says the same in words, for example `1 of 3 forms sent, 1 is a draft`
 */
export function Progress(props: { done: number; half?: number; total: number; label: string }) {
  if (props.total === 0) return null;
  const { done, half = 0, total } = props;
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
            segment < done ? styles.done : segment < done + half && styles.half,
          )}
        />
      ))}
    </div>
  );
}
