import { graphql } from '@/api/gql';
import { listPage } from '@/features/admin/list/listPage';
import { searchRecorded } from '@/features/admin/list/searchRecorded';
import { nodesOf } from '@/lib/nodesOf';
import { id, textSearch } from '@/ui/filter/filter';
import { ReplyTable } from './ReplyTable';

const RepliesPageQuery = graphql(`
  query RepliesPage(
    $text: String
    $responseId: ID
    $groupId: ID
    $writerId: ID
    $first: Int
    $after: String
    $last: Int
    $before: String
    $texts: Boolean!
  ) {
    allReplies(
      text: $text
      responseId: $responseId
      groupId: $groupId
      writerId: $writerId
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      edges {
        node {
          ...ReplyTable_reply
        }
      }
      pageInfo {
        ...ListPager_pageInfo
      }
    }
  }
`);

export const repliesPage = listPage({
  title: 'Replies',
  lede: 'Replies in groups in which you are or were a member are left out.',
  filters: [
    textSearch('text', 'Search', `A part of the text. ${searchRecorded}`),
    id('responseId', 'Response id'),
    id('groupId', 'Group id'),
    id('writerId', 'Account id of the author', 'Recorded in the audit log'),
  ],
  query: RepliesPageQuery,
  variables: (filter, page, texts) => ({
    ...page,
    texts,
    text: filter('text'),
    responseId: filter('responseId'),
    groupId: filter('groupId'),
    writerId: filter('writerId'),
  }),
  pageInfo: ({ allReplies }) => allReplies?.pageInfo,
  table: ({ allReplies }) =>
    allReplies && <ReplyTable replies={nodesOf(allReplies)} empty="No reply fits these filters." />,
  texts: 'texts and authors',
});
