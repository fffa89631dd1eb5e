import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { NoValue } from '@/features/admin/parts/NoValue';
import cell from '@/features/admin/parts/cell.module.css';
import { TrackLink } from '@/features/track/player/TrackLink';
import styles from './ReferenceLinks.module.css';

const ReferenceLinks_details = graphql(`
  fragment ReferenceLinks_details on RequestDetails {
    referenceReleases {
      id
      name
      artistCredit
      url
    }
  }
`);

/** The releases beside which the owner of a request wants the track to sit. */
export function ReferenceLinks(props: { details: FragmentType<typeof ReferenceLinks_details> }) {
  const { referenceReleases } = readFragment(ReferenceLinks_details, props.details);
  return referenceReleases.length > 0 ? (
    <ul className={styles.list}>
      {referenceReleases.map(({ id, name, artistCredit, url }) => (
        <li key={id}>
          <TrackLink mediaUrl={url} className={cell.link}>
            {[artistCredit, name].filter((text) => text.trim() !== '').join(' – ') || url}
          </TrackLink>
        </li>
      ))}
    </ul>
  ) : (
    <NoValue />
  );
}
