import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import styles from './Rating.module.css';

/** The member's own rating. */
export function Rating({ rating }: { rating: number | null }) {
  return (
    <section className={layout.stackTight} aria-labelledby="rating">
      <h2 id="rating" className={styles.heading}>
        Your rating
      </h2>
      {rating === null ? (
        <p className={className(layout.small, layout.soft)}>
          None yet. It appears when a few responses that you wrote are rated, and only you see it.
        </p>
      ) : (
        <p className={styles.rating}>
          <b className={styles.figure}>{rating.toFixed(1)}</b>
          <span className={className(layout.small, layout.soft)}>
            of 5: the mean of your latest rated responses. Only you see it.
          </span>
        </p>
      )}
    </section>
  );
}
