import { Link } from 'react-router';
import { newReplyWord } from '@/features/feedback/feedbackTexts';
import { CountBadge } from '@/ui/state/CountBadge';
import styles from './GroupTabs.module.css';

export type GroupView = 'received' | 'given';

/** The two sides of a group whose forms are all sent. */
export function GroupTabs(props: { view: GroupView; toRate: number; unreadReplies: number }) {
  const current = (view: GroupView) => (props.view === view ? 'page' : undefined);
  return (
    <nav className={styles.tabs} aria-label="In this group">
      <Link to="?show=received" className={styles.tab} aria-current={current('received')}>
        For you <CountBadge count={props.toRate} label="to rate" />
      </Link>
      <Link to="?show=given" className={styles.tab} aria-current={current('given')}>
        What you wrote <CountBadge count={props.unreadReplies} label={newReplyWord(props.unreadReplies)} />
      </Link>
    </nav>
  );
}
