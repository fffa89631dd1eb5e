import type { ReactNode } from 'react';
import { newReplyWord } from '@/features/feedback/feedbackTexts';
import { CountBadge } from '@/ui/state/CountBadge';
import { Lamp, type LampState } from '@/ui/state/Lamp';
import styles from './Panel.module.css';

export type Jump = {
  /** The id of the heading to jump to. */
  to: string;
  lamp: LampState;
  title: string;
  state: string;
  /** Whether this is what the member has to do. */
  waits?: boolean;
  unreadReplies?: number;
};

/** Stays in view beside the entries: how far the member is, and jumps to each entry. */
export function Panel(props: { title: string; progress?: ReactNode; jumps: Jump[]; children?: ReactNode }) {
  return (
    <aside className={styles.panel} aria-labelledby="panel-title">
      <h2 id="panel-title" className={styles.title}>
        {props.title}
      </h2>
      {props.progress}
      <ol className={styles.jumps}>
        {props.jumps.map((jump) => (
          <li key={jump.to} className={jump.waits ? styles.todo : undefined}>
            <a
              href={`#${jump.to}`}
              onClick={(event) => {
                // Moves within the page, which is no navigation: the page is not loaded again.
                event.preventDefault();
                document.getElementById(jump.to)?.focus();
              }}
            >
              <Lamp state={jump.lamp} />
              <bdi>{jump.title}</bdi>{' '}
              <span className={jump.waits ? styles.waits : styles.state}>
                {jump.state}{' '}
                <CountBadge count={jump.unreadReplies ?? 0} label={newReplyWord(jump.unreadReplies ?? 0)} />
              </span>
            </a>
          </li>
        ))}
      </ol>
      {props.children && <div className={styles.notes}>{props.children}</div>}
    </aside>
  );
}
