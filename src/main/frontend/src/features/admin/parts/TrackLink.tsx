import { TrackLink as LinkToTrack } from '@/features/track/player/TrackLink';
import styles from './cell.module.css';
import { None } from './None';

/** The address of a track, which leads to another website. */
export function TrackLink({ url }: { url: string | null | undefined }) {
  return url ? <LinkToTrack mediaUrl={url} className={styles.link} /> : <None>No track</None>;
}
