type Fields = Record<string, unknown>;

/** What the server answers about releases. Each has all fields that the pages ask for. */
export function anArtist(id: string, name: string, fields: Fields = {}): Fields {
  return {
    __typename: 'Artist',
    id,
    source: 'SPOTIFY',
    name,
    url: `https://open.spotify.com/artist/a${id}`,
    followed: false,
    ...fields,
  };
}

export function aRelease(id: string, name: string, fields: Fields = {}): Fields {
  return {
    __typename: 'Release',
    id,
    source: 'SPOTIFY',
    name,
    artistCredit: 'Ada',
    kind: 'album',
    releasedOn: '2026-11-27',
    url: `https://open.spotify.com/album/r${id}`,
    coverUrl: `https://i.scdn.co/image/${id}`,
    genres: ['JAZZ'],
    artists: [anArtist('1', 'Ada')],
    ...fields,
  };
}

function connection(type: string, nodes: Fields[], page: Fields): Fields {
  return {
    __typename: `${type}Connection`,
    edges: nodes.map((node) => ({ __typename: `${type}Edge`, node })),
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: 'start',
      endCursor: 'end',
      ...page,
    },
  };
}

export function releases(nodes: Fields[], page: Fields = {}): Fields {
  return connection('Release', nodes, page);
}

export function artists(nodes: Fields[], page: Fields = {}): Fields {
  return connection('Artist', nodes, page);
}
