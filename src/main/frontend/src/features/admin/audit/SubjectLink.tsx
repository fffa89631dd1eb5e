import type { AuditSubject } from '@/api/gql/graphql';
import { None } from '@/features/admin/parts/None';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { auditSubjects } from '@/features/admin/parts/words';

const pages = { PERSON: 'people', REQUEST: 'requests', RESPONSE: 'responses' } as const;

/** What an audit entry is about. Mails and job runs have no page of their own. */
export function SubjectLink(props: {
  subject: AuditSubject | null | undefined;
  id: string | null | undefined;
}) {
  const { subject, id } = props;
  if (!subject || !id) return <None />;
  const words = `${auditSubjects[subject]} #${id}`;
  return subject === 'MAIL' || subject === 'JOB_RUN' ? (
    words
  ) : (
    <RecordLink to={pages[subject]} id={id}>
      {words}
    </RecordLink>
  );
}
