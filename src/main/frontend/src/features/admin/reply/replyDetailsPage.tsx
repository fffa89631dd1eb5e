import { graphql } from '@/api/gql';
import { detailPage } from '@/features/admin/detail/detailPage';
import { ReplyRecords } from './ReplyRecords';

const ReplyDetailsPageQuery = graphql(`
  query ReplyDetailsPage($id: ID!, $texts: Boolean!) {
    replyDetails(id: $id) {
      reply {
        id
      }
      ...ReplyRecords_details
    }
  }
`);

export const replyDetailsPage = detailPage({
  query: ReplyDetailsPageQuery,
  param: 'replyId',
  details: ({ replyDetails }) => replyDetails,
  title: ({ reply }) => `Reply #${reply.id}`,
  missing:
    'There is no reply with this id, or it is in a group in which you are or were a member. Another operator can see it then.',
  texts: 'texts and authors',
  Details: ReplyRecords,
});
