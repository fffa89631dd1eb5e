import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Badge } from '@/ui/state/Badge';

const PersonBadges_person = graphql(`
  fragment PersonBadges_person on PersonRecord {
    operator
    disabledAt
    emailRefused
  }
`);

/** What is unusual about an account. */
export function PersonBadges(props: { person: FragmentType<typeof PersonBadges_person> }) {
  const { operator, disabledAt, emailRefused } = readFragment(PersonBadges_person, props.person);
  return (
    <>
      {operator && <Badge>operator</Badge>} {disabledAt && <Badge kind="bad">disabled</Badge>}{' '}
      {emailRefused && <Badge kind="wait">address refused</Badge>}
    </>
  );
}
