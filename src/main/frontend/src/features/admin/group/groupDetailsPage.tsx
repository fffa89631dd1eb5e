import { graphql } from '@/api/gql';
import { detailPage } from '@/features/admin/detail/detailPage';
import { textsAndAuthors } from '@/features/admin/parts/adminTexts';
import { GroupRecords } from './GroupRecords';

const GroupDetailsPageQuery = graphql(`
  query GroupDetailsPage($id: ID!, $texts: Boolean!) {
    groupDetails(id: $id) {
      group {
        name
      }
      ...GroupRecords_details
    }
  }
`);

export const groupDetailsPage = detailPage({
  query: GroupDetailsPageQuery,
  param: 'groupId',
  details: ({ groupDetails }) => groupDetails,
  title: ({ group }) => group.name,
  missing: 'There is no group with this id.',
  texts: textsAndAuthors,
  Details: GroupRecords,
});
