const names = new Map([
  ['SOUNDCLOUD', 'SoundCloud'],
  ['GOOGLEDRIVE', 'Google Drive'],
  ['DROPBOX', 'Dropbox'],
  ['ONEDRIVE', 'OneDrive'],
  ['YOUTUBE', 'YouTube'],
  ['BANDCAMP', 'Bandcamp'],
]);

/** The name of the service that hosts a track, or null for a type that this version does not know. */
export function sourceName(mediaType: string | null): string | null {
  return (mediaType && names.get(mediaType)) ?? null;
}

/** The name of the service with the kind of link, for example `SoundCloud, private link`. */
export function sourceOfLink(mediaUrl: string, mediaType: string | null): string | null {
  const name = sourceName(mediaType);
  const secret =
    mediaType === 'SOUNDCLOUD' && /^\/[^/]+\/.+\/s-[^/]+$/.test(parseUrl(mediaUrl)?.pathname ?? '');
  return secret && name ? `${name}, private link` : name;
}

/** Null if the text is not a URL, or not one that a browser loads over a protected connection. */
export function parseUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' ? url : null;
}
