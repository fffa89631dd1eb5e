import { graphql } from '@/api/gql';
import { listPage } from '@/features/admin/list/listPage';
import { personId } from '@/features/admin/list/recordFilters';
import { nodesOf } from '@/lib/nodesOf';
import { textSearch } from '@/ui/filter/filter';
import { GroupTable } from './GroupTable';

const GroupsPageQuery = graphql(`
  query GroupsPage($name: String, $personId: ID, $first: Int, $after: String, $last: Int, $before: String) {
    allGroups(name: $name, personId: $personId, first: $first, after: $after, last: $last, before: $before) {
      edges {
        node {
          ...GroupTable_group
        }
      }
      pageInfo {
        ...ListPager_pageInfo
      }
    }
  }
`);

export const groupsPage = listPage({
  title: 'Groups',
  lede: 'Of groups in which you are or were a member, only your own forms are counted.',
  filters: [textSearch('name', 'Name', 'A part of it, for example “#12 - Jazz”.'), personId],
  query: GroupsPageQuery,
  variables: (filter, page) => ({ ...page, name: filter('name'), personId: filter('personId') }),
  pageInfo: ({ allGroups }) => allGroups?.pageInfo,
  table: ({ allGroups }) =>
    allGroups && <GroupTable groups={nodesOf(allGroups)} empty="No group fits these filters." />,
});
