/** A track as the server answers it, played by a frame of SoundCloud. */
export function aTrack(url: string, fields: Record<string, unknown> = {}) {
  return {
    __typename: 'Track',
    url,
    source: 'SOUNDCLOUD',
    sourceName: 'SoundCloud',
    title: null,
    artist: null,
    player: {
      __typename: 'Player',
      kind: 'EMBED',
      address: `https://w.soundcloud.com/player/?url=${encodeURIComponent(url)}`,
    },
    ...fields,
  };
}
