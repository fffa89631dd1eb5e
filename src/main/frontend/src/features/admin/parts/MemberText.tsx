import { Prose } from '@/ui/text/Prose';
import styles from './cell.module.css';
import { NoValue } from './NoValue';

/** A text of a member, if it was read. */
export function MemberText({ text, none }: { text: string | null | undefined; none: string }) {
  if (!text) return <NoValue>{none}</NoValue>;
  return (
    <div className={styles.text}>
      <Prose>{text}</Prose>
    </div>
  );
}
