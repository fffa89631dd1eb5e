import { graphql } from '@/api/gql';
import { detailPage } from '@/features/admin/detail/detailPage';
import { hiddenOrMissing, textsAndAuthors } from '@/features/admin/parts/adminTexts';
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
  missing: hiddenOrMissing('reply'),
  texts: textsAndAuthors,
  Details: ReplyRecords,
});
