import { Play } from 'lucide-react';
import { useState } from 'react';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { trackTitle } from '@/features/track/title/trackTitle';
import { LoadedPlayer } from './LoadedPlayer';
import styles from './PlayableTrack.module.css';
import { TrackLink } from './TrackLink';

const PlayableTrack_track = graphql(`
  fragment PlayableTrack_track on Track {
    url
    source
    sourceName
    player {
      kind
      address
    }
  }
`);

/** Google Drive is known to its users as a part of Google. */
const companies = new Map([
  ['GOOGLEDRIVE', 'Google'],
  ['ONEDRIVE', 'Microsoft'],
]);

/**
 * Plays a track. Nothing is loaded from the service before the button is pressed, so that the service does not learn who
 * opens the page.
 *
 * @param invitation what the button is for, where that is not obvious
 * @param resolvedLater whether the track of a short link is looked up after the form is sent
 */
export function PlayableTrack(props: {
  track: FragmentType<typeof PlayableTrack_track>;
  invitation?: string;
  resolvedLater?: boolean;
}) {
  const { url, source, sourceName, player } = readFragment(PlayableTrack_track, props.track);
  const [loaded, setLoaded] = useState(false);
  const company = companies.get(source) ?? sourceName;
  const load = `Load the ${sourceName} player`;
  const title = trackTitle({ url, source });
  return (
    <div className={styles.player} role="group" aria-label={`Player: ${title}`}>
      {!player.address ? (
        <p className={styles.text}>
          <strong>
            {props.resolvedLater ? 'This short link plays here later' : 'This link does not play here'}
          </strong>
          <span className={styles.about}>
            {props.resolvedLater && 'We look up its track as soon as you have sent this form. '}
            Until you open it, {company} does not know that you are here.{' '}
            <TrackLink mediaUrl={url}>Open it there</TrackLink>
          </span>
        </p>
      ) : loaded ? (
        <LoadedPlayer
          address={player.address}
          source={player.kind === 'EMBED' ? source : null}
          title={`${sourceName} player`}
          mediaUrl={url}
        />
      ) : (
        <>
          <button
            type="button"
            className={styles.play}
            aria-label={load}
            onClick={() => {
              setLoaded(true);
            }}
          >
            <Play aria-hidden />
          </button>
          <p className={styles.text}>
            <strong>{props.invitation ?? load}</strong>
            <span className={styles.about}>
              Until you load it, {company} does not know that you are here.{' '}
              <TrackLink mediaUrl={url}>Open it there instead</TrackLink>
            </span>
          </p>
        </>
      )}
    </div>
  );
}
