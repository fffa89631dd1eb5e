import { useEffect, useRef, useState } from 'react';
import type { Player } from './playerOf';
import { TrackLink } from './TrackLink';
import styles from './LoadedPlayer.module.css';

/** The player of the service. It takes the focus, because the button that loaded it is gone. */
export function LoadedPlayer(props: {
  player: Exclude<Player, { kind: 'none' }>;
  title: string;
  mediaUrl: string;
}) {
  const { player, title, mediaUrl } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const audio = useRef<HTMLAudioElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    (frame.current ?? audio.current)?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={styles.loaded}>
      {player.kind === 'frame' ? (
        <iframe
          ref={frame}
          className={styles.frame}
          src={player.address}
          title={title}
          allow={player.allow}
          sandbox={player.sandbox}
          referrerPolicy="strict-origin-when-cross-origin"
        />
      ) : (
        // A track has no spoken words to caption, and the service has no captions.
        // eslint-disable-next-line jsx-a11y/media-has-caption
        <audio
          ref={audio}
          className={styles.audio}
          src={player.address}
          aria-label={title}
          controls
          autoPlay
          onError={() => {
            setFailed(true);
          }}
        />
      )}
      <p className={styles.about}>
        <span role="status">{failed && 'This file does not play here. '}</span>
        <TrackLink mediaUrl={mediaUrl}>Open it there instead</TrackLink>
      </p>
    </div>
  );
}
