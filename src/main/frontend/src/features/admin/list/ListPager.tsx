import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Pager } from '@/ui/table/Pager';

const ListPager_pageInfo = graphql(`
  fragment ListPager_pageInfo on PageInfo {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
`);

export type ListPageInfo = FragmentType<typeof ListPager_pageInfo>;

export function ListPager(props: { pageInfo: ListPageInfo }) {
  return <Pager pageInfo={readFragment(ListPager_pageInfo, props.pageInfo)} />;
}
