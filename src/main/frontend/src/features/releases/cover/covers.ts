import { useSyncExternalStore } from 'react';
import { signedInAs } from '@/api/signedInAs';
import { changeListeners } from '@/lib/changeListeners';
import { readStored, removeStored, store } from '@/lib/storage';

const listeners = changeListeners();

/** With the id of the account: members who share a browser choose each for themselves, and the id outlives a change of the address. */
function key(): string {
  return `covers:${signedInAs() ?? ''}`;
}

function showsCovers(): boolean {
  return readStored(key()) === 'on';
}

export function chooseCovers(show: boolean): void {
  if (show) store(key(), 'on');
  else removeStored(key());
  listeners.call();
}

/** Whether the member has turned covers on in this browser. They come from other hosts, which then learn who looks. */
export function useCovers(): boolean {
  return useSyncExternalStore(listeners.add, showsCovers);
}
