import { className } from '@/lib/className';
import { StatusRegion } from '@/ui/message/StatusRegion';
import { signedOutTextKept } from '@/ui/page/pageTexts';
import { SignInLink } from '@/ui/page/SignInLink';
import type { ConnectionNews } from '@/app/session/useConnectionNews';
import styles from './News.module.css';

/** What happened to the connection or the session, in one place that is always in the page. */
export function News(props: { connection: ConnectionNews; member: boolean; signOutProblem: string | null }) {
  const back =
    props.connection === 'restored'
      ? 'Connected again.'
      : props.connection === 'resumed'
        ? 'You are signed in again.'
        : null;
  return (
    <div className={className(styles.region, props.member && styles.member)}>
      <StatusRegion>
        {props.connection === 'ended' ? (
          <p className={styles.news}>
            <span>{signedOutTextKept}</span>
            <SignInLink className={styles.link} />
          </p>
        ) : props.connection === 'lost' ? (
          <p className={styles.news}>Connection lost. What you typed is kept. Trying again.</p>
        ) : props.signOutProblem !== null ? (
          <p className={styles.news}>{props.signOutProblem}</p>
        ) : (
          back !== null && <p className={styles.news}>{back} This page is up to date.</p>
        )}
      </StatusRegion>
    </div>
  );
}
