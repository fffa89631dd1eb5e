const sources = 'SoundCloud, Google Drive, Dropbox and OneDrive';

const advice: { host: RegExp; path: RegExp; words: string }[] = [
  {
    host: /^(www\.|m\.)?soundcloud\.com$/,
    path: /^\/[^/]+\/?$/,
    words: 'This is a profile. Open one track there and copy its link.',
  },
  {
    host: /^(on\.soundcloud\.com|snd\.sc|1drv\.ms|db\.tt)$/,
    path: /./,
    words: 'This is a short link. Open it, then copy the address that your browser shows.',
  },
  {
    host: /^(www\.|m\.)soundcloud\.com$/,
    path: /./,
    words:
      'This address starts with https://soundcloud.com when it is shared. Copy it with “Copy link” there.',
  },
  {
    host: /^drive\.google\.com$/,
    path: /^\/(drive|folder)/,
    words: 'This is a folder. Open one file there and copy its link.',
  },
  {
    host: /^(www\.)?dropbox\.com$/,
    path: /^\/(home|sh|scl\/fo)(\/|$)/,
    words: 'This is a folder. Share one file there and copy its link.',
  },
  {
    host: /^onedrive\.live\.com$/,
    path: /./,
    words: 'This link lets nobody else in. Use “Share” and “Embed” or “Copy link” there.',
  },
];

/**
 * What is wrong with a link, in words that lead on. Null if nothing is.
 *
 * @param supported whether the server knows the source of the link
 */
export function linkAdvice(text: string, supported: boolean): string | null {
  if (!URL.canParse(text)) {
    return /^[\w-]+\.[\w.-]+\/\S/.test(text)
      ? 'A link starts with https://. Copy it from the address bar.'
      : 'This is not a link. Copy the address of your track from your browser.';
  }
  const { protocol, hostname, pathname } = new URL(text);
  if (protocol !== 'https:') return 'A link starts with https://. Copy it from the address bar.';
  const found = advice.find(({ host, path }) => host.test(hostname) && path.test(pathname));
  if (found && (!supported || hostname !== 'onedrive.live.com')) return found.words;
  return supported ? null : `We do not know this kind of link. Links to ${sources} work.`;
}
