import { useEffect, useRef, useState } from 'react';
import { framePermissions } from './framePermissions';
import { TrackLink } from './TrackLink';
import styles from './LoadedPlayer.module.css';

/** The player of the service. It takes the focus, because the button that loaded it is gone. */
export function LoadedPlayer(props: {
  address: string;
  /** The service of the player in the frame. Null: the browser plays the file. */
  source: string | null;
  title: string;
  mediaUrl: string;
}) {
  const { address, source, title, mediaUrl } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const audio = useRef<HTMLAudioElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    (frame.current ?? audio.current)?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={styles.loaded}>
      {source !== null ? (
        <iframe
          ref={frame}
          className={styles.frame}
          src={address}
          title={title}
          {...framePermissions(source)}
          referrerPolicy="strict-origin-when-cross-origin"
        />
      ) : (
        // A track has no spoken words to caption, and the service has no captions.
        // eslint-disable-next-line jsx-a11y/media-has-caption
        <audio
          ref={audio}
          className={styles.audio}
          src={address}
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
