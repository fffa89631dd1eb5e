import { graphql } from '@/api/gql';
import { listPage } from '@/features/admin/list/listPage';
import { flag } from '@/lib/listVariables';
import { nodesOf } from '@/lib/nodesOf';
import { choice } from '@/ui/filter/filter';
import { PeopleTable } from './PeopleTable';

const PeoplePageQuery = graphql(`
  query PeoplePage(
    $emailStartsWith: String
    $disabled: Boolean
    $operator: Boolean
    $emailRefused: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    people(
      emailStartsWith: $emailStartsWith
      disabled: $disabled
      operator: $operator
      emailRefused: $emailRefused
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      edges {
        node {
          ...PeopleTable_person
        }
      }
      pageInfo {
        ...ListPager_pageInfo
      }
    }
  }
`);

export const peoplePage = listPage({
  title: 'People',
  filters: [
    {
      name: 'emailStartsWith',
      label: 'Search',
      hint: 'The beginning of the address',
      kind: 'search',
    },
    choice('disabled', 'Account', { false: 'Enabled', true: 'Disabled' }),
    choice('operator', 'Role', { true: 'Operators', false: 'Others' }),
    choice('emailRefused', 'Address', { true: 'Refused by mail servers', false: 'Others' }),
  ],
  query: PeoplePageQuery,
  variables: (filter, page) => ({
    ...page,
    emailStartsWith: filter('emailStartsWith'),
    disabled: flag(filter('disabled')),
    operator: flag(filter('operator')),
    emailRefused: flag(filter('emailRefused')),
  }),
  pageInfo: ({ people }) => people?.pageInfo,
  table: ({ people }) => people && <PeopleTable people={nodesOf(people)} />,
});
