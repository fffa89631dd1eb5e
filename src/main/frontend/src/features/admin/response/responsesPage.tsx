import { graphql } from '@/api/gql';
import { listPage } from '@/features/admin/list/listPage';
import { authorId, groupId, memberTextSearch } from '@/features/admin/list/recordFilters';
import { ownGroupsLeftOut, textsAndAuthors } from '@/features/admin/parts/adminTexts';
import { flag } from '@/lib/listVariables';
import { nodesOf } from '@/lib/nodesOf';
import { choice, id } from '@/ui/filter/filter';
import { ResponseTable } from './ResponseTable';

const ResponsesPageQuery = graphql(`
  query ResponsesPage(
    $text: String
    $submitted: Boolean
    $groupId: ID
    $requestId: ID
    $ownerId: ID
    $writerId: ID
    $first: Int
    $after: String
    $last: Int
    $before: String
    $texts: Boolean!
  ) {
    allResponses(
      text: $text
      submitted: $submitted
      groupId: $groupId
      requestId: $requestId
      ownerId: $ownerId
      writerId: $writerId
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      edges {
        node {
          ...ResponseTable_response
        }
      }
      pageInfo {
        ...ListPager_pageInfo
      }
    }
  }
`);

export const responsesPage = listPage({
  title: 'Responses',
  lede: `Submitted responses and unsubmitted forms. ${ownGroupsLeftOut}`,
  filters: [
    memberTextSearch('A part of the text.'),
    choice('submitted', 'State', { true: 'Submitted', false: 'Forms' }),
    groupId,
    id('requestId', 'Request id'),
    id('ownerId', 'Account id of the owner'),
    authorId,
  ],
  query: ResponsesPageQuery,
  variables: (filter, page, texts) => ({
    ...page,
    texts,
    text: filter('text'),
    submitted: flag(filter('submitted')),
    groupId: filter('groupId'),
    requestId: filter('requestId'),
    ownerId: filter('ownerId'),
    writerId: filter('writerId'),
  }),
  pageInfo: ({ allResponses }) => allResponses?.pageInfo,
  table: ({ allResponses }) =>
    allResponses && (
      <ResponseTable responses={nodesOf(allResponses)} empty="No response fits these filters." />
    ),
  texts: textsAndAuthors,
});
