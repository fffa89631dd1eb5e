import type { AuditSubject } from '@/api/gql/graphql';
import { NoValue } from '@/features/admin/parts/NoValue';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { auditSubjects } from './auditLabels';

const pages = { PERSON: 'people', REQUEST: 'requests', RESPONSE: 'responses' } as const;

/** What an audit entry is about. Mails and job runs have no page of their own. */
export function SubjectLink(props: {
  subject: AuditSubject | null | undefined;
  id: string | null | undefined;
}) {
  const { subject, id } = props;
  if (!subject || !id) return <NoValue />;
  const words = `${auditSubjects[subject]} #${id}`;
  return subject === 'MAIL' || subject === 'JOB_RUN' ? (
    words
  ) : (
    <RecordLink to={pages[subject]} id={id}>
      {words}
    </RecordLink>
  );
}
