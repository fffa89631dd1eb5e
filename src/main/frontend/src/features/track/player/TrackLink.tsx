import { parseUrl } from '@/features/track/source/mediaSource';

/** A link to the page of a track. A URL that a browser must not open is shown as text. */
export function TrackLink(props: { mediaUrl: string; children?: string; className?: string | undefined }) {
  const { mediaUrl, children = mediaUrl, className } = props;
  const url = parseUrl(mediaUrl);
  return url ? (
    <a href={url.href} className={className} target="_blank" rel="noopener noreferrer nofollow ugc">
      <bdi>{children}</bdi>
    </a>
  ) : (
    <bdi className={className}>{mediaUrl}</bdi>
  );
}
