import type { MusicService } from '@/api/gql/graphql';
import { services } from '@/features/releases/frame/services';
import { oneOf } from '@/lib/listVariables';
import { property } from '@/lib/property';

/** As many releases as a request can name. */
export const MOST_REFERENCES = 3;

/** A release beside which a track should sit, as far as the form of a request shows it. */
export type Reference = { id: string; name: string; artistCredit: string; source: MusicService };

export function toReference({ id, name, artistCredit, source }: Reference): Reference {
  return { id, name, artistCredit, source };
}

/** Reads what a draft contains. What is not a list of releases is left out. */
export function parseReferences(value: unknown): Reference[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_REFERENCES).flatMap((each: unknown) => parseReference(each) ?? []);
}

function parseReference(value: unknown): Reference | null {
  const text = (name: string) => {
    const found = property(value, name);
    return typeof found === 'string' ? found : null;
  };
  const id = text('id');
  const name = text('name');
  const artistCredit = text('artistCredit');
  const source = oneOf(services, text('source'));
  return id === null || name === null || artistCredit === null || source === null
    ? null
    : { id, name, artistCredit, source };
}

/** The list with one of its releases moved by some places. */
export function moved<Item>(list: readonly Item[], from: number, by: number): Item[] {
  const next = [...list];
  next.splice(from + by, 0, ...next.splice(from, 1));
  return next;
}
