import { graphql } from '@/api/gql';
import { detailPage } from '@/features/admin/detail/detailPage';
import { ResponseRecords } from './ResponseRecords';

const ResponseDetailsPageQuery = graphql(`
  query ResponseDetailsPage($id: ID!, $texts: Boolean!) {
    responseDetails(id: $id) {
      response {
        id
      }
      ...ResponseRecords_details
    }
  }
`);

export const responseDetailsPage = detailPage({
  query: ResponseDetailsPageQuery,
  param: 'responseId',
  details: ({ responseDetails }) => responseDetails,
  title: ({ response }) => `Response #${response.id}`,
  missing:
    'There is no response with this id, or it is in a group in which you are or were a member. Another operator can see it then.',
  texts: 'texts and authors',
  Details: ResponseRecords,
});
