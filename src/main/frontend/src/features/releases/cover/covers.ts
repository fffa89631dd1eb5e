import { signedInAs } from '@/api/signedInAs';
import { readStored, removeStored, store } from '@/lib/storage';

const listeners = new Set<() => void>();

/** With the id of the account: members who share a browser choose each for themselves, and the id outlives a change of the address. */
function key(): string {
  return `covers:${signedInAs() ?? ''}`;
}

/** Whether the member has turned covers on in this browser. They come from other hosts, which then learn who looks. */
export function showsCovers(): boolean {
  return readStored(key()) === 'on';
}

export function chooseCovers(show: boolean): void {
  if (show) store(key(), 'on');
  else removeStored(key());
  listeners.forEach((listener) => {
    listener();
  });
}

/** For `useSyncExternalStore`. */
export function onCoversChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
