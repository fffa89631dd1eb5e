import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { AuditTable } from '@/features/admin/audit/AuditTable';
import { DetailSection } from '@/features/admin/detail/DetailSection';
import { GroupTable } from '@/features/admin/group/GroupTable';
import { nodesOf } from '@/features/admin/list/connection';
import { MailTable } from '@/features/admin/mail/MailTable';
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

const ownGroups = 'Those in groups in which you are or were a member are left out.';

/** An account and what belongs to it. */
export function PersonRecords(props: { details: FragmentType<typeof PersonRecords_details> }) {
  const details = readFragment(PersonRecords_details, props.details);
  const { person, requests, groups, responsesReceived, responsesGiven, replies, mails, auditLog } = details;
  const { id } = person;
  return (
    <>
      <PersonFacts details={details} />
      <PersonCorrections person={person} />
      <DetailSection title="Requests" all={requests.pageInfo.hasNextPage && `/admin/requests?personId=${id}`}>
        <RequestTable requests={nodesOf(requests)} empty={`No requests. ${ownGroups}`} />
      </DetailSection>
      <DetailSection title="Groups" all={groups.pageInfo.hasNextPage && `/admin/groups?personId=${id}`}>
        <GroupTable groups={nodesOf(groups)} empty={`No groups. ${ownGroups}`} />
      </DetailSection>
      <DetailSection
        title="Responses received"
        all={responsesReceived.pageInfo.hasNextPage && `/admin/responses?ownerId=${id}`}
      >
        <ResponseTable responses={nodesOf(responsesReceived)} empty={`No responses. ${ownGroups}`} />
      </DetailSection>
      {responsesGiven && (
        <DetailSection
          title="Responses given"
          all={responsesGiven.pageInfo.hasNextPage && `/admin/responses?writerId=${id}`}
        >
          <ResponseTable responses={nodesOf(responsesGiven)} empty={`No responses. ${ownGroups}`} />
        </DetailSection>
      )}
      {replies && (
        <DetailSection title="Replies" all={replies.pageInfo.hasNextPage && `/admin/replies?writerId=${id}`}>
          <ReplyTable replies={nodesOf(replies)} empty={`No replies. ${ownGroups}`} />
        </DetailSection>
      )}
      <DetailSection title="Mails" all={mails.pageInfo.hasNextPage && `/admin/mails?personId=${id}`}>
        <MailTable mails={nodesOf(mails)} empty="No mails in the last 30 days." />
      </DetailSection>
      <DetailSection title="Audit log" all={auditLog.pageInfo.hasNextPage && `/admin/audit?personId=${id}`}>
        <AuditTable entries={nodesOf(auditLog)} empty="No entries." />
      </DetailSection>
    </>
  );
}
