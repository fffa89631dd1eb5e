import { removeStored, storedKeys } from '@/lib/storage';

/** Removes the drafts that this browser keeps for an account. `useDraft` of the library defines the keys. */
export function removeDrafts(username: string): void {
  storedKeys(`draft:${username}:`).forEach(removeStored);
}
