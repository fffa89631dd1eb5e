import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { AuditTable } from '@/features/admin/audit/AuditTable';
import { RecordsSection } from '@/features/admin/detail/RecordsSection';
import { GroupTable } from '@/features/admin/group/GroupTable';
import { MailTable } from '@/features/admin/mail/MailTable';
import { noAuditEntries, ownGroupsLeftOut } from '@/features/admin/parts/adminTexts';
import { ReplyTable } from '@/features/admin/reply/ReplyTable';
import { RequestTable } from '@/features/admin/request/RequestTable';
import { ResponseTable } from '@/features/admin/response/ResponseTable';
import { PersonCorrections } from './PersonCorrections';
import { PersonFacts } from './PersonFacts';

const PersonRecords_details = graphql(`
  fragment PersonRecords_details on PersonDetails {
    person {
      id
      ...PersonCorrections_person
    }
    ...PersonFacts_details
    requests(first: 10) {
      edges {
        node {
          ...RequestTable_request
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    groups(first: 10) {
      edges {
        node {
          ...GroupTable_group
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    responsesReceived(first: 10) {
      edges {
        node {
          ...ResponseTable_response
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    responsesGiven(first: 10) @include(if: $texts) {
      edges {
        node {
          ...ResponseTable_response
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    replies(first: 10) @include(if: $texts) {
      edges {
        node {
          ...ReplyTable_reply
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    mails(first: 10) {
      edges {
        node {
          ...MailTable_mail
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    auditLog(first: 10) {
      edges {
        node {
          ...AuditTable_entry
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** An account and what belongs to it. */
export function PersonRecords(props: { details: FragmentType<typeof PersonRecords_details> }) {
  const details = readFragment(PersonRecords_details, props.details);
  const { person, requests, groups, responsesReceived, responsesGiven, replies, mails, auditLog } = details;
  const { id } = person;
  return (
    <>
      <PersonFacts details={details} />
      <PersonCorrections person={person} />
      <RecordsSection
        title="Requests"
        records={requests}
        list={`/admin/requests?personId=${id}`}
        table={(records) => <RequestTable requests={records} empty={`No requests. ${ownGroupsLeftOut}`} />}
      />
      <RecordsSection
        title="Groups"
        records={groups}
        list={`/admin/groups?personId=${id}`}
        table={(records) => <GroupTable groups={records} empty={`No groups. ${ownGroupsLeftOut}`} />}
      />
      <RecordsSection
        title="Responses received"
        records={responsesReceived}
        list={`/admin/responses?ownerId=${id}`}
        table={(records) => <ResponseTable responses={records} empty={`No responses. ${ownGroupsLeftOut}`} />}
      />
      {responsesGiven && (
        <RecordsSection
          title="Responses given"
          records={responsesGiven}
          list={`/admin/responses?writerId=${id}`}
          table={(records) => (
            <ResponseTable responses={records} empty={`No responses. ${ownGroupsLeftOut}`} />
          )}
        />
      )}
      {replies && (
        <RecordsSection
          title="Replies"
          records={replies}
          list={`/admin/replies?writerId=${id}`}
          table={(records) => <ReplyTable replies={records} empty={`No replies. ${ownGroupsLeftOut}`} />}
        />
      )}
      <RecordsSection
        title="Mails"
        records={mails}
        list={`/admin/mails?personId=${id}`}
        table={(records) => <MailTable mails={records} empty="No mails in the last 30 days." />}
      />
      <RecordsSection
        title="Audit log"
        records={auditLog}
        list={`/admin/audit?personId=${id}`}
        table={(records) => <AuditTable entries={records} empty={noAuditEntries} />}
      />
    </>
  );
}
