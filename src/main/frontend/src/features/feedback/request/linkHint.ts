const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Names the services whose links the server accepts, for example `SoundCloud or Dropbox`. */
export function linkHint(sources: readonly { name: string }[]): string {
  return `${alternatives.format(sources.map(({ name }) => name))}. A private link works.`;
}
