import styles from './cell.module.css';
import { None } from './None';

/** The address of a track, which leads to another website. */
export function TrackLink({ url }: { url: string | null | undefined }) {
  if (!url) return <None>No track</None>;
  // The server takes no other addresses. This is the second check.
  if (!/^https?:/.test(url)) return <bdi className={styles.anywhere}>{url}</bdi>;
  return (
    <a className={styles.link} href={url} rel="noopener noreferrer nofollow ugc" target="_blank">
      <bdi>{url}</bdi>
    </a>
  );
}
