import { useState } from 'react';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Cover } from '@/features/releases/cover/Cover';
import { describeReleaseDate } from '@/features/releases/date/releaseDate';
import { ArtistLine } from '@/features/releases/follow/ArtistLine';
import { releaseName } from '@/features/releases/frame/names';
import { genreName } from '@/features/track/genre/genres';
import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import { kindName } from './kind';
import { ListenLink } from './ListenLink';
import styles from './ReleaseEntry.module.css';

const ReleaseEntry_release = graphql(`
  fragment ReleaseEntry_release on Release {
    id
    source
    name
    artistCredit
    kind
    releasedOn
    url
    coverUrl
    genres
    artists {
      id
      ...ArtistLine_artist
    }
  }
`);

/** As many artists as fit below a cover. A collection can have fifty. */
const MOST_ARTISTS = 3;

/** At the end of a line, not at the start of the next one. */
const BETWEEN = '\u00a0· ';

/** A release in the grid. */
export function ReleaseEntry(props: { release: FragmentType<typeof ReleaseEntry_release> }) {
  const release = readFragment(ReleaseEntry_release, props.release);
  const [now] = useState(() => new Date());
  const { artists, artistCredit, genres, kind } = release;
  const name = releaseName(release.name);
  const further = artists.length - MOST_ARTISTS;
  return (
    <li className={styles.entry}>
      <Cover id={release.id} name={release.name} coverUrl={release.coverUrl} />
      <h3 className={styles.name} dir="auto" title={name}>
        {name}
      </h3>
      {artists.length > 0 ? (
        <ul className={styles.artists}>
          {artists.slice(0, MOST_ARTISTS).map((artist) => (
            <li key={artist.id}>
              <ArtistLine artist={artist} />
            </li>
          ))}
          {further > 0 && <li className={className(layout.small, layout.soft)}>and {further} more</li>}
        </ul>
      ) : (
        artistCredit.trim() && (
          <p className={styles.credit} dir="auto">
            {artistCredit}
          </p>
        )
      )}
      <p className={className(layout.small, layout.soft, styles.facts)}>
        {kind && `${kindName(kind)}${BETWEEN}`}
        <time dateTime={release.releasedOn}>{describeReleaseDate(release.releasedOn, now)}</time>
        {genres.map((genre) => `${BETWEEN}${genreName(genre)}`)}
      </p>
      <ListenLink release={release} />
    </li>
  );
}
