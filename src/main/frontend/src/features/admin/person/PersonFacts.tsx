import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Facts } from '@/features/admin/detail/Facts';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { NoValue } from '@/features/admin/parts/NoValue';
import { yesNo } from '@/features/admin/parts/labels';

const PersonFacts_details = graphql(`
  fragment PersonFacts_details on PersonDetails {
    rating
    person {
      id
      emailVerified
      emailRefused
      registeredAt
      disabledAt
      operator
      sendGroupEmails
      sendReminderEmails
    }
  }
`);

export function PersonFacts(props: { details: FragmentType<typeof PersonFacts_details> }) {
  const { person, rating } = readFragment(PersonFacts_details, props.details);
  return (
    <Facts
      facts={[
        { term: 'Account id', value: person.id },
        { term: 'Member since', value: <Timestamp value={person.registeredAt} /> },
        { term: 'Address verified', value: yesNo(person.emailVerified) },
        { term: 'Address refused', value: yesNo(person.emailRefused) },
        {
          term: 'Account disabled',
          value: person.disabledAt ? <Timestamp value={person.disabledAt} /> : 'no',
        },
        { term: 'Operator', value: yesNo(person.operator) },
        {
          term: 'Rating',
          // The API does not tell the two apart.
          value: rating?.toFixed(1) ?? (
            <NoValue>none yet, or hidden: you are or were in a group with this member</NoValue>
          ),
        },
        { term: 'Mails about new groups', value: yesNo(person.sendGroupEmails) },
        { term: 'Reminders', value: yesNo(person.sendReminderEmails) },
      ]}
    />
  );
}
