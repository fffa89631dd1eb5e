import type { ReactNode, Ref } from 'react';
import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import styles from './Entry.module.css';

/** One entry in the page of a group: its number and state in the margin, and its content beside. */
export function Entry({
  id,
  number,
  state,
  title,
  titleHidden = false,
  about,
  heading,
  children,
}: {
  /** The id of the heading, which is the target of jumps. */
  id: string;
  number: string;
  state: ReactNode;
  title: ReactNode;
  /** Whether the number says enough, so that the title is for screen readers only. */
  titleHidden?: boolean;
  about?: ReactNode;
  /** For moving the focus here. */
  heading?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) {
  return (
    <article className={styles.entry} aria-labelledby={id}>
      <div className={styles.margin}>
        <span className={className(styles.number, number.length > 2 && styles.word)} aria-hidden="true">
          {number}
        </span>
        {state}
      </div>
      <div className={styles.body}>
        <div className={titleHidden ? layout.hidden : styles.title}>
          <h2 ref={heading} id={id} tabIndex={-1} className={styles.heading}>
            {title}
          </h2>
          {about}
        </div>
        {children}
      </div>
    </article>
  );
}
