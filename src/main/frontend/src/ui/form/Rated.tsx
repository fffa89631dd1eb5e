import { Star } from 'lucide-react';
import styles from './StarRating.module.css';
import { stars } from './stars';

/** A rating that was sent. */
export function Rated({ value }: { value: number }) {
  return (
    <span className={styles.rated}>
      <span className={styles.ratedSet} aria-hidden="true">
        {stars.map((star) => (
          <Star key={star.value} className={star.value <= value ? styles.on : undefined} />
        ))}
      </span>
      Rated {value} of 5
    </span>
  );
}
