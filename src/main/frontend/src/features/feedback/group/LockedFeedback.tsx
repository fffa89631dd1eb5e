import { Lock } from 'lucide-react';
import { plural } from '@/lib/plural';
import styles from './LockedFeedback.module.css';

/** How much feedback waits until the member has sent all forms. Its words are not in the page. */
export function LockedFeedback({ waiting, owed }: { waiting: number; owed: number }) {
  const forms = plural(owed, 'more form');
  if (waiting === 0) {
    return <p>No response is waiting for you yet. They open when you have sent {forms}.</p>;
  }
  return (
    <>
      <p>
        <strong>{plural(waiting, 'response is', 'responses are')} waiting for you.</strong>{' '}
        {waiting === 1 ? 'It opens' : 'They open'} when you have sent {forms}.
      </p>
      <div className={styles.strips} aria-hidden="true">
        {Array.from({ length: waiting }, (_, index) => (
          <span key={index} className={styles.strip}>
            <Lock />
          </span>
        ))}
      </div>
    </>
  );
}
