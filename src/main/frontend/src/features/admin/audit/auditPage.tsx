import { graphql } from '@/api/gql';
import { listPage } from '@/features/admin/list/listPage';
import { oneOf } from '@/lib/listVariables';
import { nodesOf } from '@/lib/nodesOf';
import { choice, id } from '@/ui/filter/filter';
import { auditActions, auditSubjects } from './auditLabels';
import { AuditTable } from './AuditTable';

const AuditPageQuery = graphql(`
  query AuditPage(
    $action: AuditAction
    $operatorId: ID
    $personId: ID
    $subject: AuditSubject
    $subjectId: ID
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    auditLog(
      action: $action
      operatorId: $operatorId
      personId: $personId
      subject: $subject
      subjectId: $subjectId
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      edges {
        node {
          ...AuditTable_entry
        }
      }
      pageInfo {
        ...ListPager_pageInfo
      }
    }
  }
`);

export const auditPage = listPage({
  title: 'Audit log',
  lede: 'What operators changed, and when they read texts of members. For groups in which you are or were a member, account, reason and details are not shown.',
  filters: [
    choice('action', 'What', auditActions),
    choice('subject', 'Kind of object', auditSubjects),
    id('subjectId', 'Object id', 'Needs the kind of object'),
    id('operatorId', 'Account id of the operator'),
    id('personId', 'Account id concerned'),
  ],
  query: AuditPageQuery,
  variables: (filter, page) => {
    const subject = oneOf(auditSubjects, filter('subject'));
    return {
      ...page,
      subject,
      // Ids of different kinds overlap.
      subjectId: subject && filter('subjectId'),
      action: oneOf(auditActions, filter('action')),
      operatorId: filter('operatorId'),
      personId: filter('personId'),
    };
  },
  pageInfo: ({ auditLog }) => auditLog?.pageInfo,
  table: ({ auditLog }) =>
    auditLog && <AuditTable entries={nodesOf(auditLog)} empty="No entry fits these filters." />,
});
