import { useSyncExternalStore } from 'react';
import { changeListeners } from '@/lib/changeListeners';

/**
 * `lost`: the socket or a request found no server. `ended`: the server has closed the socket, because the session with which it
 * was opened has ended.
 */
export type Connection = 'connected' | 'lost' | 'ended';

let connection: Connection = 'connected';
const listeners = changeListeners();

function change(next: Connection): void {
  if (connection === next) return;
  connection = next;
  listeners.call();
}

/** What a request or the socket has found. An answer alone does not tell that the member is signed in again. */
export function setConnection(next: Connection): void {
  if (connection !== 'ended') change(next);
}

/** The member is still signed in, or signed in again: subscriptions go on. */
export function resumeSession(): void {
  if (connection === 'ended') change('connected');
}

export function currentConnection(): Connection {
  return connection;
}

export const onConnectionChange = listeners.add;

export function useConnection(): Connection {
  return useSyncExternalStore(onConnectionChange, currentConnection);
}
