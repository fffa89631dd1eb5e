import { NoValue } from '@/features/admin/parts/NoValue';
import styles from './AuditDetails.module.css';

/** For example `first: 20, groupId: 2`. */
function text(value: unknown): string {
  if (Array.isArray(value)) return value.map(text).join(', ');
  if (value && typeof value === 'object') {
    return Object.entries(value)
      .map(([name, part]) => `${name}: ${text(part)}`)
      .join(', ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Ids and numbers of an audit entry. They differ by action, so they are shown by their names. */
export function AuditDetails({ details }: { details: unknown }) {
  const entries = details && typeof details === 'object' ? Object.entries(details) : [];
  if (entries.length === 0) return <NoValue />;
  return (
    <details>
      <summary className={styles.summary}>Show</summary>
      <dl className={styles.details}>
        {entries.map(([name, value]: [string, unknown]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
