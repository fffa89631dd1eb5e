import { graphql } from '@/api/gql';
import { usePage } from '@/api/usePage';
import { AdminBody } from '@/features/admin/frame/AdminBody';
import { AdminHead } from '@/features/admin/frame/AdminHead';
import { adminPage } from '@/features/admin/frame/adminPage';
import { NeedsAttention } from './NeedsAttention';
import { PageList } from './PageList';

const OverviewPageQuery = graphql(`
  query AdminOverviewPage {
    ...NeedsAttention_query
  }
`);

function OverviewPage() {
  const data = usePage(OverviewPageQuery);
  return (
    <>
      <AdminHead
        top
        title="Operators"
        lede="Every correction asks for a reason. Corrections, and reading members’ texts, are recorded in the audit log."
      />
      <AdminBody>
        <NeedsAttention query={data} />
        <PageList />
      </AdminBody>
    </>
  );
}

export const overviewPage = adminPage({
  query: OverviewPageQuery,
  variables: () => ({}),
  Component: OverviewPage,
});
