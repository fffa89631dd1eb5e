import { graphql } from '@/api/gql';
import { detailPage } from '@/features/admin/detail/detailPage';
import { RequestRecords } from './RequestRecords';

const RequestPageQuery = graphql(`
  query AdminRequestPage($id: ID!, $texts: Boolean!) {
    requestDetails(id: $id) {
      request {
        id
      }
      ...RequestRecords_details
    }
  }
`);

export const requestPage = detailPage({
  query: RequestPageQuery,
  param: 'requestId',
  details: ({ requestDetails }) => requestDetails,
  title: ({ request }) => `Request #${request.id}`,
  missing: 'There is no request with this id. A pending request that was removed is deleted.',
  texts: 'texts and authors',
  Details: RequestRecords,
});
