const names = new Map([
  ['SOUNDCLOUD', 'SoundCloud'],
  ['GOOGLEDRIVE', 'Google Drive'],
  ['DROPBOX', 'Dropbox'],
  ['ONEDRIVE', 'OneDrive'],
  ['YOUTUBE', 'YouTube'],
  ['BANDCAMP', 'Bandcamp'],
]);

/** The name of the service that hosts a track, or null for one that this version does not know. */
export function sourceName(source: string): string | null {
  return names.get(source) ?? null;
}

/** The name of the service with the kind of link, for example `SoundCloud, private link`. */
export function sourceOfLink({ url, source }: { url: string; source: string }): string | null {
  const name = sourceName(source);
  const secret = source === 'SOUNDCLOUD' && /^\/[^/]+\/.+\/s-[^/]+$/.test(parseUrl(url)?.pathname ?? '');
  return secret && name ? `${name}, private link` : name;
}

/** Null if the text is not a URL, or not one that a browser loads over a protected connection. */
export function parseUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' ? url : null;
}
