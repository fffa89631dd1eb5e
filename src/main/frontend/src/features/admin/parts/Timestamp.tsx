import styles from './cell.module.css';
import { NoValue } from './NoValue';

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A time to the minute, in the reader's time zone: operators compare times with logs. */
export function Timestamp({ value }: { value: string | null | undefined }) {
  if (!value) return <NoValue />;
  return (
    <time className={styles.together} dateTime={value}>
      {moment.format(new Date(value))}
    </time>
  );
}
