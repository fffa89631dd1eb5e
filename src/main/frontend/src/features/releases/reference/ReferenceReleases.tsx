import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { ListenLink } from '@/features/releases/entry/ListenLink';
import layout from '@/ui/layout/layout.module.css';
import { ReferenceName } from './ReferenceName';
import styles from './ReferenceReleases.module.css';

const ReferenceReleases_release = graphql(`
  fragment ReferenceReleases_release on Release {
    id
    source
    name
    artistCredit
    url
  }
`);

/** The releases beside which a track should sit, each with a link to listen. */
export function ReferenceReleases(props: {
  releases: readonly FragmentType<typeof ReferenceReleases_release>[];
}) {
  const releases = readFragment(ReferenceReleases_release, props.releases);
  if (releases.length === 0) return null;
  return (
    <div className={layout.stackTight}>
      <p className={layout.label}>Should sit beside</p>
      <ol className={styles.releases}>
        {releases.map((release) => (
          <li key={release.id} className={styles.release}>
            <ReferenceName release={release} />
            <ListenLink release={release} />
          </li>
        ))}
      </ol>
    </div>
  );
}
