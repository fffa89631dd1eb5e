import type { Genre } from '@/api/gql/graphql';
import { services } from '@/features/releases/frame/services';
import { genreName } from '@/features/track/genre/genres';
import { choice, textSearch, type Filter } from '@/ui/filter/filter';

/** The genres that releases have. Those without tags have none. */
export const releaseGenres = {
  ELECTRONIC: genreName('ELECTRONIC'),
  HIPHOP: genreName('HIPHOP'),
  JAZZ: genreName('JAZZ'),
  URBAN_RNB: genreName('URBAN_RNB'),
  POP: genreName('POP'),
  ROCK_METAL_PUNK: genreName('ROCK_METAL_PUNK'),
} satisfies Partial<Record<Genre, string>>;

/** The form above all releases. */
export const releaseFilters: Filter[] = [
  textSearch('search', 'Search', 'A part of a name or of an artist.'),
  choice('genre', 'Genre', releaseGenres),
  choice('source', 'Music service', services),
];
