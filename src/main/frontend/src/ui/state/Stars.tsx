import { Star } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Stars.module.css';

const places = [1, 2, 3, 4, 5];

/** A number of five as filled stars, and the same in words. */
export function Stars({ value, children }: { value: number; children: ReactNode }) {
  return (
    <span className={styles.stars}>
      <span className={styles.set} aria-hidden="true">
        {places.map((place) => (
          <Star key={place} className={place <= value ? styles.on : undefined} />
        ))}
      </span>
      <span>{children}</span>
    </span>
  );
}
