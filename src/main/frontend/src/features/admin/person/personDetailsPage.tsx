import { graphql } from '@/api/gql';
import { detailPage } from '@/features/admin/detail/detailPage';
import { PersonRecords } from './PersonRecords';

const PersonDetailsPageQuery = graphql(`
  query PersonDetailsPage($id: ID!, $texts: Boolean!) {
    personDetails(id: $id) {
      person {
        email
      }
      ...PersonRecords_details
    }
  }
`);

export const personDetailsPage = detailPage({
  query: PersonDetailsPageQuery,
  param: 'personId',
  details: ({ personDetails }) => personDetails,
  title: ({ person }) => person.email,
  missing: 'There is no account with this id. It may have been deleted.',
  texts: 'texts, and what this person wrote',
  Details: PersonRecords,
});
