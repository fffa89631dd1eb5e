import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { DataTable } from '@/ui/table/DataTable';

const GroupTable_group = graphql(`
  fragment GroupTable_group on GroupRecord {
    id
    name
    createdAt
    requests
    responsesAsked
    responsesGiven
  }
`);

export function GroupTable(props: { groups: FragmentType<typeof GroupTable_group>[]; empty: string }) {
  return (
    <DataTable
      caption="Groups"
      rows={readFragment(GroupTable_group, props.groups)}
      rowKey={({ id }) => id}
      empty={props.empty}
      columns={[
        {
          key: 'name',
          header: 'Group',
          cell: ({ id, name }) => (
            <RecordLink to="groups" id={id}>
              {name}
            </RecordLink>
          ),
        },
        { key: 'created', header: 'Formed', cell: ({ createdAt }) => <Timestamp value={createdAt} /> },
        { key: 'requests', header: 'Requests', numeric: true, cell: ({ requests }) => requests },
        {
          key: 'forms',
          header: 'Forms sent',
          numeric: true,
          cell: ({ responsesGiven, responsesAsked }) => `${responsesGiven} of ${responsesAsked}`,
        },
      ]}
    />
  );
}
