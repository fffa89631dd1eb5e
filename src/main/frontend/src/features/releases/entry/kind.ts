import { capitalized } from '@/lib/capitalized';

/** What a music service calls a release, as a word of its own: `album` is `Album`, `ep` is `EP`. */
export function kindName(kind: string): string {
  return kind === 'ep' ? 'EP' : capitalized(kind);
}
