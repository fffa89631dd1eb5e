import type { MusicService } from '@/api/gql/graphql';

/** The names of the music services, as they write them. */
export const services: Record<MusicService, string> = {
  SPOTIFY: 'Spotify',
  LISTENBRAINZ: 'ListenBrainz',
};
