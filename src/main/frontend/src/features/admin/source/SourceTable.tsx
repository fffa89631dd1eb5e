import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { NoValue } from '@/features/admin/parts/NoValue';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { services } from '@/features/releases/frame/services';
import { Badge } from '@/ui/state/Badge';
import { DataTable } from '@/ui/table/DataTable';

const SourceTable_source = graphql(`
  fragment SourceTable_source on ReleaseSourceState {
    service
    enabled
    lastSuccessAt
    lastFailureAt
    lastError
    failures
    nextTryAt
  }
`);

export function SourceTable(props: { sources: FragmentType<typeof SourceTable_source>[] }) {
  return (
    <DataTable
      caption="Music services"
      rows={readFragment(SourceTable_source, props.sources)}
      rowKey={({ service }) => service}
      empty=""
      columns={[
        { key: 'service', header: 'Music service', cell: ({ service }) => services[service] },
        {
          key: 'state',
          header: 'State',
          cell: ({ enabled, failures, lastSuccessAt }) =>
            !enabled ? (
              <Badge>Not set up</Badge>
            ) : failures > 0 ? (
              <Badge kind="bad">Failing</Badge>
            ) : lastSuccessAt ? (
              'Working'
            ) : (
              'Not called yet'
            ),
        },
        {
          key: 'success',
          header: 'Last success',
          cell: ({ lastSuccessAt }) =>
            lastSuccessAt ? <Timestamp value={lastSuccessAt} /> : <NoValue>never</NoValue>,
        },
        { key: 'failures', header: 'Failures since', numeric: true, cell: ({ failures }) => failures },
        {
          key: 'failure',
          header: 'Last failure',
          cell: ({ lastFailureAt, lastError }) =>
            lastFailureAt ? (
              <>
                <Timestamp value={lastFailureAt} />
                <br />
                {lastError}
              </>
            ) : (
              <NoValue />
            ),
        },
        {
          key: 'next',
          header: 'Not called before',
          cell: ({ nextTryAt }) => <Timestamp value={nextTryAt} />,
        },
      ]}
    />
  );
}
