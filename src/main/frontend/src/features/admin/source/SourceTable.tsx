import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import type { SourceTable_SourceFragment } from '@/api/gql/graphql';
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

function stateOf({ enabled, failures, lastSuccessAt }: SourceTable_SourceFragment): ReactNode {
  if (!enabled) return <Badge>Not set up</Badge>;
  if (failures > 0) return <Badge kind="bad">Failing</Badge>;
  return lastSuccessAt ? 'Working' : 'Not called yet';
}

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
          cell: stateOf,
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
