import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { AuditTable } from '@/features/admin/audit/AuditTable';
import { DetailSection } from '@/features/admin/detail/DetailSection';
import { RecordsSection } from '@/features/admin/detail/RecordsSection';
import { Facts } from '@/features/admin/detail/Facts';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { ownGroupsLeftOut } from '@/features/admin/parts/adminTexts';
import { ReplyTable } from '@/features/admin/reply/ReplyTable';
import { RequestTable } from '@/features/admin/request/RequestTable';
import { ResponseTable } from '@/features/admin/response/ResponseTable';
import { nodesOf } from '@/lib/nodesOf';

const GroupRecords_details = graphql(`
  fragment GroupRecords_details on GroupDetails {
    group {
      id
      createdAt
      requests
      responsesAsked
      responsesGiven
    }
    requests(first: 20) {
      edges {
        node {
          ...RequestTable_request
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    responses(first: 20) {
      edges {
        node {
          ...ResponseTable_response
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    replies(first: 20) {
      edges {
        node {
          ...ReplyTable_reply
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    # More corrections than these in one group are not expected, so no list has the rest.
    auditLog(first: 100) {
      edges {
        node {
          ...AuditTable_entry
        }
      }
    }
  }
`);

/** A group, its requests with responses and replies, and what operators changed. */
export function GroupRecords(props: { details: FragmentType<typeof GroupRecords_details> }) {
  const { group, requests, responses, replies, auditLog } = readFragment(GroupRecords_details, props.details);
  return (
    <>
      <Facts
        facts={[
          { term: 'Group id', value: group.id },
          { term: 'Formed', value: <Timestamp value={group.createdAt} /> },
          { term: 'Requests', value: group.requests },
          { term: 'Forms sent', value: `${group.responsesGiven} of ${group.responsesAsked}` },
        ]}
      />
      <RecordsSection
        title="Requests"
        records={requests}
        list={`/admin/requests?groupId=${group.id}`}
        table={(records) => <RequestTable requests={records} empty="No requests." />}
      />
      <RecordsSection
        title="Responses"
        records={responses}
        list={`/admin/responses?groupId=${group.id}`}
        table={(records) => (
          <ResponseTable
            responses={records}
            empty="No responses. If you are or were a member of this group, all of them are left out, the owners of the other requests too, and only your own forms are counted."
          />
        )}
      />
      <RecordsSection
        title="Replies"
        records={replies}
        list={`/admin/replies?groupId=${group.id}`}
        table={(records) => <ReplyTable replies={records} empty={`No replies. ${ownGroupsLeftOut}`} />}
      />
      <DetailSection title="Audit log">
        <AuditTable entries={nodesOf(auditLog)} empty={`No corrections in this group. ${ownGroupsLeftOut}`} />
      </DetailSection>
    </>
  );
}
