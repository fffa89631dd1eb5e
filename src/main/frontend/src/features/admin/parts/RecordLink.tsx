import { Link } from 'react-router';
import { NoValue } from './NoValue';
import styles from './cell.module.css';

type Kind = 'people' | 'groups' | 'requests' | 'responses' | 'replies';

/**
 * Leads to the page of a record.
 *
 * @param none the words if there is no id
 */
export function RecordLink(props: {
  to: Kind;
  id: string | null | undefined;
  children?: string | null | undefined;
  none?: string;
}) {
  if (!props.id) return <NoValue>{props.none ?? 'none'}</NoValue>;
  return (
    <Link className={styles.link} to={`/admin/${props.to}/${props.id}`}>
      {/* An address can break anywhere, an id cannot. */}
      {props.children ? (
        <bdi className={styles.name}>{props.children}</bdi>
      ) : (
        <span className={styles.together}>#{props.id}</span>
      )}
    </Link>
  );
}
