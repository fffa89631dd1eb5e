import { graphql } from '@/api/gql';
import { detailPage } from '@/features/admin/detail/detailPage';
import { hiddenOrMissing, textsAndAuthors } from '@/features/admin/parts/adminTexts';
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
  missing: hiddenOrMissing('response'),
  texts: textsAndAuthors,
  Details: ResponseRecords,
});
