import { graphql } from '@/api/gql';
import { listPage } from '@/features/admin/list/listPage';
import { groupId, memberTextSearch, personId } from '@/features/admin/list/recordFilters';
import { flag, oneOf } from '@/lib/listVariables';
import { nodesOf } from '@/lib/nodesOf';
import { choice } from '@/ui/filter/filter';
import { genres } from './requestLabels';
import { RequestTable } from './RequestTable';

const RequestsPageQuery = graphql(`
  query RequestsPage(
    $text: String
    $pending: Boolean
    $genre: String
    $mediaUrl: String
    $groupId: ID
    $personId: ID
    $first: Int
    $after: String
    $last: Int
    $before: String
    $texts: Boolean!
  ) {
    allRequests(
      text: $text
      pending: $pending
      genre: $genre
      mediaUrl: $mediaUrl
      groupId: $groupId
      personId: $personId
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      edges {
        node {
          ...RequestTable_request
        }
      }
      pageInfo {
        ...ListPager_pageInfo
      }
    }
  }
`);

export const requestsPage = listPage({
  title: 'Requests',
  lede: 'An owner is not shown after the owner or the request was removed, and in groups in which you are or were a member.',
  filters: [
    memberTextSearch('A part of the track’s address or of the prompt.'),
    choice('pending', 'State', { true: 'Pending', false: 'In a group' }),
    choice('genre', 'Genre', genres),
    { name: 'mediaUrl', label: 'Track', hint: 'The whole address', kind: 'text' },
    groupId,
    personId,
  ],
  query: RequestsPageQuery,
  variables: (filter, page, texts) => ({
    ...page,
    texts,
    text: filter('text'),
    pending: flag(filter('pending')),
    genre: oneOf(genres, filter('genre')),
    mediaUrl: filter('mediaUrl'),
    groupId: filter('groupId'),
    personId: filter('personId'),
  }),
  pageInfo: ({ allRequests }) => allRequests?.pageInfo,
  table: ({ allRequests }) =>
    allRequests && <RequestTable requests={nodesOf(allRequests)} empty="No request fits these filters." />,
  texts: 'tracks and prompts',
});
