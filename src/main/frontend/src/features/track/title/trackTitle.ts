import { parseUrl, sourceName } from '@/features/track/source/mediaSource';

const LONGEST = 80;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** `salt-flats_rough` → `Salt flats rough`. */
function inWords(slug: string): string {
  const words = decoded(slug)
    .replace(/[-_+\s]+/g, ' ')
    .trim();
  const [first = ''] = words;
  return first.toLocaleUpperCase('en') + words.slice(first.length);
}

function slugOf(url: URL, mediaType: string | null): string {
  const segments = url.pathname.split('/').filter(Boolean);
  if (mediaType === 'SOUNDCLOUD') {
    const [artist, track, nameOfSet] = segments;
    return (track === 'sets' ? nameOfSet : track) ?? artist ?? '';
  }
  if (mediaType === 'DROPBOX') {
    const fileName = segments.length > 2 ? segments.at(-1) : undefined;
    return fileName?.replace(/\.[a-z0-9]{2,5}$/i, '') ?? '';
  }
  return mediaType === 'BANDCAMP' ? (segments.at(1) ?? '') : '';
}

/** A file name can be as long as a URL. */
function shortened(title: string): string {
  const characters = Array.from(title);
  return characters.length > LONGEST
    ? `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
    : title;
}

type Track = { mediaUrl: string | null; mediaType: string | null };

/** The last part of the path in words. Empty if the URL does not tell a title. */
function titleInUrl({ mediaUrl, mediaType }: Track): string {
  const url = mediaUrl === null ? null : parseUrl(mediaUrl);
  return url ? shortened(inWords(slugOf(url, mediaType))) : '';
}

function place({ mediaUrl, mediaType }: Track): string {
  return sourceName(mediaType) ?? parseUrl(mediaUrl ?? '')?.hostname ?? 'another site';
}

/**
 * The title of a track at its service, otherwise as far as its URL tells it, otherwise the name of the service.
 *
 * @param known the title at the service, as soon as the server has read it
 */
export function trackTitle(track: Track, known?: string | null): string {
  if (!track.mediaUrl) return 'No track';
  if (known) return shortened(known);
  const title = titleInUrl(track);
  return title === '' ? `Track on ${place(track)}` : title;
}

/** The same within a sentence, for example `your track on Google Drive`. */
export function trackInSentence(track: Track, determiner: 'the' | 'your'): string {
  const title = titleInUrl(track);
  return title === '' ? `${determiner} track on ${place(track)}` : title;
}
