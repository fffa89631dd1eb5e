import { graphql } from '@/api/gql';
import { detailPage } from '@/features/admin/detail/detailPage';
import { textsAndAuthors } from '@/features/admin/parts/adminTexts';
import { RequestRecords } from './RequestRecords';

const RequestDetailsPageQuery = graphql(`
  query RequestDetailsPage($id: ID!, $texts: Boolean!) {
    requestDetails(id: $id) {
      request {
        id
      }
      ...RequestRecords_details
    }
  }
`);

export const requestDetailsPage = detailPage({
  query: RequestDetailsPageQuery,
  param: 'requestId',
  details: ({ requestDetails }) => requestDetails,
  title: ({ request }) => `Request #${request.id}`,
  missing: 'There is no request with this id. A pending request that was removed is deleted.',
  texts: textsAndAuthors,
  Details: RequestRecords,
});
