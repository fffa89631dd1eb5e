/** The genres, in the order in which members choose. */
export const genres = [
  { value: 'ELECTRONIC', label: 'Electronic' },
  { value: 'HIPHOP', label: 'Hip-Hop/Rap' },
  { value: 'JAZZ', label: 'Jazz' },
  { value: 'URBAN_RNB', label: 'Urban/R&B' },
  { value: 'POP', label: 'Pop' },
  { value: 'ROCK_METAL_PUNK', label: 'Rock/Metal/Punk' },
  { value: 'NO_GENRE', label: 'No Genre' },
];

/** The name that members read. A genre that this version does not know keeps the name of the API. */
export function genreName(genre: string): string {
  return genres.find(({ value }) => value === genre)?.label ?? genre;
}
