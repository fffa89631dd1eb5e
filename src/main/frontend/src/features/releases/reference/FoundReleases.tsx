import { Check, Plus } from 'lucide-react';
import { useQuery } from 'urql';
import { graphql } from '@/api/gql';
import { problemOf } from '@/api/problem';
import { withoutSuspense } from '@/api/withoutSuspense';
import { services } from '@/features/releases/frame/services';
import { className } from '@/lib/className';
import { nodesOf } from '@/lib/nodesOf';
import { plural } from '@/lib/plural';
import { useDebounced } from '@/lib/useDebounced';
import layout from '@/ui/layout/layout.module.css';
import { StatusRegion } from '@/ui/message/StatusRegion';
import styles from './FoundReleases.module.css';
import { toReference, type Reference } from './reference';
import { ReferenceName } from './ReferenceName';

const FoundReleasesQuery = graphql(`
  query FoundReleases($search: String!) {
    newReleases(search: $search, first: 8) {
      edges {
        node {
          id
          name
          artistCredit
          source
        }
      }
    }
  }
`);

/** What the server can search for. */
const SEARCHABLE = /[\p{L}\p{N}]{3}/u;

/** The releases with a text in their name or artists, each a button that adds or removes it. */
export function FoundReleases(props: {
  search: string;
  chosen: readonly Reference[];
  onToggle: (release: Reference) => void;
}) {
  const { search, chosen, onToggle } = props;
  const settled = useDebounced(search);
  const [{ data, error, fetching }] = useQuery({
    query: FoundReleasesQuery,
    variables: { search: settled },
    pause: !SEARCHABLE.test(settled),
    // The form must stay in place while the server answers.
    context: withoutSuspense,
  });
  const asked = SEARCHABLE.test(search);
  const answered = asked && search === settled && !fetching;
  const found = answered && !error && data?.newReleases ? nodesOf(data.newReleases) : [];
  const words = error
    ? problemOf(error).message
    : found.length === 0
      ? 'No release found.'
      : `${plural(found.length, 'release')} found.`;
  return (
    <>
      <StatusRegion>
        {asked && <p className={className(layout.small, layout.soft)}>{answered ? words : 'Searching.'}</p>}
      </StatusRegion>
      {found.length > 0 && (
        <ul className={styles.found}>
          {found.map((release) => {
            const isChosen = chosen.some(({ id }) => id === release.id);
            return (
              <li key={release.id}>
                <button
                  type="button"
                  className={styles.release}
                  aria-pressed={isChosen}
                  onClick={() => {
                    onToggle(toReference(release));
                  }}
                >
                  {isChosen ? <Check /> : <Plus />}
                  <ReferenceName release={release} />
                  <span className={layout.soft}>{services[release.source]}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
