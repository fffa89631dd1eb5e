import { Play } from 'lucide-react';
import { useState } from 'react';
import { sourceName } from '@/features/track/source/mediaSource';
import { trackTitle } from '@/features/track/title/trackTitle';
import { LoadedPlayer } from './LoadedPlayer';
import { playerOf } from './playerOf';
import { TrackLink } from './TrackLink';
import styles from './UrlPlayer.module.css';

/** Google Drive is known to its users as a part of Google. */
const companies = new Map([
  ['GOOGLEDRIVE', 'Google'],
  ['ONEDRIVE', 'Microsoft'],
]);

/**
 * Plays a track by its URL. Nothing is loaded from the service before the button is pressed, so that the service does not
 * learn who opens the page.
 *
 * @param invitation what the button is for, where that is not obvious
 */
export function UrlPlayer(props: { mediaUrl: string; mediaType: string | null; invitation?: string }) {
  const { mediaUrl, mediaType, invitation } = props;
  const [loaded, setLoaded] = useState(false);
  const source = sourceName(mediaType) ?? 'the other site';
  const company = (mediaType && companies.get(mediaType)) ?? source;
  const player = playerOf(mediaUrl, mediaType);
  const load = `Load the ${source} player`;
  return (
    <div className={styles.player} role="group" aria-label={`Player: ${trackTitle({ mediaUrl, mediaType })}`}>
      {player.kind === 'none' ? (
        <p className={styles.text}>
          <strong>This link does not play here</strong>
          <span className={styles.about}>
            {company} learns that you listen when you open it.{' '}
            <TrackLink mediaUrl={mediaUrl}>Open it there</TrackLink>
          </span>
        </p>
      ) : loaded ? (
        <LoadedPlayer player={player} title={`${source} player`} mediaUrl={mediaUrl} />
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
            <strong>{invitation ?? load}</strong>
            <span className={styles.about}>
              {company} learns that you listen only when you load it.{' '}
              <TrackLink mediaUrl={mediaUrl}>Open it there instead</TrackLink>
            </span>
          </p>
        </>
      )}
    </div>
  );
}
