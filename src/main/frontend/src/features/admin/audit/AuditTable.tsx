import { graphql, readFragment, type FragmentType } from '@/api/gql';
import cells from '@/features/admin/parts/cell.module.css';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { NoValue } from '@/features/admin/parts/NoValue';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { auditActions } from './auditLabels';
import { DataTable } from '@/ui/table/DataTable';
import { AuditDetails } from './AuditDetails';
import { SubjectLink } from './SubjectLink';

const AuditTable_entry = graphql(`
  fragment AuditTable_entry on AuditEntry {
    id
    action
    createdAt
    operatorId
    operatorEmail
    personId
    subject
    subjectId
    reason
    details
  }
`);

export function AuditTable(props: { entries: FragmentType<typeof AuditTable_entry>[]; empty: string }) {
  return (
    <DataTable
      caption="Audit log"
      rows={readFragment(AuditTable_entry, props.entries)}
      rowKey={({ id }) => id}
      empty={props.empty}
      columns={[
        { key: 'action', header: 'What', cell: ({ action }) => auditActions[action] },
        { key: 'time', header: 'When', cell: ({ createdAt }) => <Timestamp value={createdAt} /> },
        {
          key: 'operator',
          header: 'By',
          cell: ({ operatorId, operatorEmail }) => (
            <RecordLink to="people" id={operatorId} none="command line">
              {operatorEmail}
            </RecordLink>
          ),
        },
        {
          key: 'subject',
          header: 'Object',
          cell: ({ subject, subjectId }) => <SubjectLink subject={subject} id={subjectId} />,
        },
        {
          key: 'person',
          header: 'Account concerned',
          cell: ({ personId }) => <RecordLink to="people" id={personId} />,
        },
        {
          key: 'reason',
          header: 'Reason',
          cell: ({ reason }) =>
            reason ? (
              <span dir="auto" className={cells.anywhere}>
                {reason}
              </span>
            ) : (
              <NoValue />
            ),
        },
        { key: 'details', header: 'Details', cell: ({ details }) => <AuditDetails details={details} /> },
      ]}
    />
  );
}
