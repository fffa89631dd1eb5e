import { parseUrl } from '@/features/track/source/mediaSource';

/** A link to the page of a track. A URL that a browser must not open is shown as text. */
export function TrackLink({ mediaUrl, children }: { mediaUrl: string; children: string }) {
  const url = parseUrl(mediaUrl);
  if (!url) return <bdi>{mediaUrl}</bdi>;
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  );
}
