import { UserRoundCheck, UserRoundPlus } from 'lucide-react';
import { Link } from 'react-router';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { artistName } from '@/features/releases/frame/names';
import { IconButton } from '@/ui/button/IconButton';
import { ActionProblem } from '@/ui/form/ActionProblem';
import styles from './ArtistLine.module.css';
import { useFollow } from './useFollow';

const ArtistLine_artist = graphql(`
  fragment ArtistLine_artist on Artist {
    id
    name
    followed
  }
`);

/** An artist in a list: leads to the page of the artist, and follows. */
export function ArtistLine(props: { artist: FragmentType<typeof ArtistLine_artist> }) {
  const artist = readFragment(ArtistLine_artist, props.artist);
  const { state, busy, setFollowed } = useFollow(artist.id);
  const { followed } = artist;
  const name = artistName(artist.name);
  return (
    <>
      <div className={styles.line}>
        <Link className={styles.link} to={`/out-now/artists/${artist.id}`}>
          <bdi className={styles.name}>{name}</bdi>
        </Link>
        <IconButton
          label={`Follow ${name}`}
          icon={followed ? <UserRoundCheck /> : <UserRoundPlus />}
          aria-pressed={followed}
          aria-busy={busy ? true : undefined}
          onClick={() => {
            if (!busy) setFollowed(!followed);
          }}
        />
      </div>
      <ActionProblem state={state} pending={busy} />
    </>
  );
}
