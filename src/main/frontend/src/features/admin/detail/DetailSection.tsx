import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import layout from '@/ui/layout/layout.module.css';
import styles from './DetailSection.module.css';

/**
 * A part of the page of one record.
 *
 * @param all the list that has the rest, if there is more than what is shown
 */
export function DetailSection(props: { title: string; all?: string | false; children: ReactNode }) {
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={layout.rowBetween}>
        <h2 id={heading}>{props.title}</h2>
        {props.all && (
          <Link className={styles.all} to={props.all}>
            All {props.title.toLowerCase()}
          </Link>
        )}
      </div>
      {props.children}
    </section>
  );
}
