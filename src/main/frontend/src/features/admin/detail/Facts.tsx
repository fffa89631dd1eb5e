import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** What is known about a record: terms and values. */
export function Facts({ facts }: { facts: { term: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ term, value }) => (
        <div key={term} className={styles.fact}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
