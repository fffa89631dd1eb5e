import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { Badge } from '@/ui/state/Badge';
import { DataTable } from '@/ui/table/DataTable';
import { PersonBadges } from './PersonBadges';

const PeopleTable_person = graphql(`
  fragment PeopleTable_person on PersonRecord {
    id
    email
    emailVerified
    registeredAt
    ...PersonBadges_person
  }
`);

export function PeopleTable(props: { people: FragmentType<typeof PeopleTable_person>[] }) {
  return (
    <DataTable
      caption="People"
      rows={readFragment(PeopleTable_person, props.people)}
      rowKey={({ id }) => id}
      empty="No account fits these filters. The search finds beginnings of addresses only."
      columns={[
        {
          key: 'email',
          header: 'Person',
          cell: (person) => (
            <>
              <RecordLink to="people" id={person.id}>
                {person.email}
              </RecordLink>{' '}
              <PersonBadges person={person} />
            </>
          ),
        },
        {
          key: 'verified',
          header: 'Address',
          cell: ({ emailVerified }) => (emailVerified ? 'verified' : <Badge kind="wait">not verified</Badge>),
        },
        {
          key: 'since',
          header: 'Member since',
          cell: ({ registeredAt }) => <Timestamp value={registeredAt} />,
        },
        { key: 'id', header: 'Id', numeric: true, cell: ({ id }) => id },
      ]}
    />
  );
}
