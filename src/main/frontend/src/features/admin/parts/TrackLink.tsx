import { TrackLink as LinkToTrack } from '@/features/track/player/TrackLink';
import styles from './cell.module.css';
import { NoValue } from './NoValue';

/** The address of a track, which leads to another website. */
export function TrackLink({ url }: { url: string | null | undefined }) {
  return url ? <LinkToTrack mediaUrl={url} className={styles.link} /> : <NoValue>No track</NoValue>;
}
