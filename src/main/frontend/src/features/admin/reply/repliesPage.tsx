import { graphql } from '@/api/gql';
import { listPage } from '@/features/admin/list/listPage';
import { authorId, groupId, memberTextSearch } from '@/features/admin/list/recordFilters';
import { ownGroupsLeftOut, textsAndAuthors } from '@/features/admin/parts/adminTexts';
import { nodesOf } from '@/lib/nodesOf';
import { id } from '@/ui/filter/filter';
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
  lede: ownGroupsLeftOut,
  filters: [memberTextSearch('A part of the text.'), id('responseId', 'Response id'), groupId, authorId],
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
  texts: textsAndAuthors,
});
