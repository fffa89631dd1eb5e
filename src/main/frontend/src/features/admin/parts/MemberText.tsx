import { Prose } from '@/ui/text/Prose';
import styles from './cell.module.css';
import { None } from './None';

/** A text of a member, if it was read. */
export function MemberText({ text, none }: { text: string | null | undefined; none: string }) {
  if (!text) return <None>{none}</None>;
  return (
    <div className={styles.text}>
      <Prose>{text}</Prose>
    </div>
  );
}
