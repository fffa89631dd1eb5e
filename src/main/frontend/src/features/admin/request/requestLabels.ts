import { genres as genreList } from '@/features/track/genre/genres';
import { sourceName } from '@/features/track/source/mediaSource';

export const genres = Object.fromEntries(genreList.map(({ value, label }) => [value, label]));

/** Where the track is. Null for a trackless request. */
export function sourceLabel(mediaType: string | null | undefined): string {
  return mediaType ? (sourceName(mediaType) ?? mediaType) : 'no track';
}
