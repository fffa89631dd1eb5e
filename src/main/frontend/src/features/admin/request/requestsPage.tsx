import { graphql } from '@/api/gql';
import { listPage } from '@/features/admin/list/listPage';
import { searchRecorded } from '@/features/admin/list/searchRecorded';
import { flag, oneOf } from '@/lib/listVariables';
import { nodesOf } from '@/lib/nodesOf';
import { choice, id, textSearch } from '@/ui/filter/filter';
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
    textSearch('text', 'Search', `A part of the track’s address or of the prompt. ${searchRecorded}`),
    choice('pending', 'State', { true: 'Pending', false: 'In a group' }),
    choice('genre', 'Genre', genres),
    { name: 'mediaUrl', label: 'Track', hint: 'The whole address', kind: 'text' },
    id('groupId', 'Group id'),
    id('personId', 'Account id'),
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
