import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { DetailSection } from '@/features/admin/detail/DetailSection';
import { Facts } from '@/features/admin/detail/Facts';
import { nodesOf } from '@/features/admin/list/connection';
import { Moment } from '@/features/admin/parts/Moment';
import { RequestTable } from '@/features/admin/request/RequestTable';
import { ResponseTable } from '@/features/admin/response/ResponseTable';

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
  }
`);

/** A group, its requests and their responses. */
export function GroupRecords(props: { details: FragmentType<typeof GroupRecords_details> }) {
  const { group, requests, responses } = readFragment(GroupRecords_details, props.details);
  return (
    <>
      <Facts
        facts={[
          { term: 'Group id', value: group.id },
          { term: 'Formed', value: <Moment value={group.createdAt} /> },
          { term: 'Requests', value: group.requests },
          { term: 'Forms sent', value: `${group.responsesGiven} of ${group.responsesAsked}` },
        ]}
      />
      <DetailSection
        title="Requests"
        all={requests.pageInfo.hasNextPage && `/admin/requests?groupId=${group.id}`}
      >
        <RequestTable requests={nodesOf(requests)} empty="No requests." />
      </DetailSection>
      <DetailSection
        title="Responses"
        all={responses.pageInfo.hasNextPage && `/admin/responses?groupId=${group.id}`}
      >
        <ResponseTable
          responses={nodesOf(responses)}
          empty="No responses. If you are or were a member of this group, all of them are left out, the owners of the other requests too, and only your own forms are counted."
        />
      </DetailSection>
    </>
  );
}
