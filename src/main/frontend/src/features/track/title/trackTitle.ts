import { parseUrl, sourceName } from '@/features/track/source/mediaSource';

const LONGEST = 80;

const ANOTHER_SITE = 'another site';

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

function slugOf(url: URL, source: string): string {
  const segments = url.pathname.split('/').filter(Boolean);
  if (source === 'SOUNDCLOUD') {
    // The path of a short link is a code.
    if (url.hostname === 'on.soundcloud.com') return '';
    const [artist, track, nameOfSet] = segments;
    return (track === 'sets' ? nameOfSet : track) ?? artist ?? '';
  }
  if (source === 'DROPBOX') {
    const fileName = segments.length > 2 ? segments.at(-1) : undefined;
    return fileName?.replace(/\.[a-z0-9]{2,5}$/i, '') ?? '';
  }
  return source === 'BANDCAMP' ? (segments.at(1) ?? '') : '';
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

type Track = {
  url: string;
  source: string;
  /** The title at the service, as soon as the server has read it. */
  title?: string | null;
};

/** The last part of the path in words. Empty if the URL does not tell a title. */
function titleInUrl({ url, source }: Track): string {
  const parsed = parseUrl(url);
  return parsed ? shortened(inWords(slugOf(parsed, source))) : '';
}

function place({ url, source }: Track): string {
  return sourceName(source) ?? parseUrl(url)?.hostname ?? ANOTHER_SITE;
}

/** The title of a track at its service, otherwise as far as its URL tells it, otherwise the name of the service. */
export function trackTitle(track: Track | null | undefined): string {
  if (!track) return 'No track';
  if (track.title) return shortened(track.title);
  const title = titleInUrl(track);
  return title === '' ? `Track on ${place(track)}` : title;
}

/** A track within a sentence, named by its URL only, for example `your track on Google Drive`. */
export function trackInSentence(track: Track | null | undefined, determiner: 'the' | 'your'): string {
  if (!track) return `${determiner} track on ${ANOTHER_SITE}`;
  const title = titleInUrl(track);
  return title === '' ? `${determiner} track on ${place(track)}` : title;
}
