import { Link } from 'react-router';
import { graphql } from '@/api/gql';
import { usePage } from '@/api/usePage';
import { AdminBody } from '@/features/admin/frame/AdminBody';
import { AdminHead } from '@/features/admin/frame/AdminHead';
import { adminPage } from '@/features/admin/frame/adminPage';
import { SourceTable } from './SourceTable';

const SourcesPageQuery = graphql(`
  query SourcesPage {
    releaseSources {
      service
      ...SourceTable_source
    }
  }
`);

function SourcesPage() {
  const { releaseSources } = usePage(SourcesPageQuery);
  return (
    <>
      <AdminHead
        title="Music services"
        lede={
          <>
            New releases are copied from these services. The job “Fetch new releases” can be run in{' '}
            <Link to="/admin/jobs">Jobs</Link>.
          </>
        }
      />
      <AdminBody>
        <SourceTable sources={releaseSources} />
      </AdminBody>
    </>
  );
}

export const sourcesPage = adminPage({
  query: SourcesPageQuery,
  variables: () => ({}),
  Component: SourcesPage,
});
