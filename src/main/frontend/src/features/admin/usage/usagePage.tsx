import { useSearchParams } from 'react-router';
import { graphql } from '@/api/gql';
import { usePage } from '@/api/usePage';
import { AdminBody } from '@/features/admin/frame/AdminBody';
import { AdminHead } from '@/features/admin/frame/AdminHead';
import { adminPage } from '@/features/admin/frame/adminPage';
import { oneOf } from '@/lib/listVariables';
import { choice, type Filter } from '@/ui/filter/filter';
import { FilterForm } from '@/ui/filter/FilterForm';
import { figures } from './figures';
import { periodOf } from './period';
import { UsageFigures } from './UsageFigures';

const UsagePageQuery = graphql(`
  query UsagePage($from: Date!, $to: Date!) {
    usage(from: $from, to: $to) {
      ...UsageFigures_day
    }
  }
`);

const filters: Filter[] = [
  { name: 'from', label: 'First day', kind: 'date' },
  { name: 'to', label: 'Last day', kind: 'date' },
  choice('figure', 'Chart', figures, null),
];

function UsagePage() {
  const [search] = useSearchParams();
  const period = periodOf(search, new Date());
  const { usage } = usePage(UsagePageQuery, period);
  return (
    <>
      <AdminHead
        title="Usage"
        lede="The figures of a day are computed each night for 30 days, then they no longer change."
      />
      <AdminBody>
        <FilterForm label="Choose the period" filters={filters} values={period} action="Show" />
        <UsageFigures days={usage ?? []} figure={oneOf(figures, search.get('figure')) ?? 'requests'} />
      </AdminBody>
    </>
  );
}

export const usagePage = adminPage({
  query: UsagePageQuery,
  variables: ({ search }) => periodOf(search, new Date()),
  Component: UsagePage,
});
