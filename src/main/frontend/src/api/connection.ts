import { useSyncExternalStore } from 'react';

/** `lost`: the socket or a request found no server. `ended`: the server says that the session has ended. */
export type Connection = 'connected' | 'lost' | 'ended';

let connection: Connection = 'connected';
const listeners = new Set<() => void>();

export function setConnection(next: Connection): void {
  // A session that has ended does not come back without signing in, which loads the page again.
  if (connection === next || connection === 'ended') return;
  connection = next;
  listeners.forEach((listener) => {
    listener();
  });
}

export function currentConnection(): Connection {
  return connection;
}

export function onConnectionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(onConnectionChange, currentConnection);
}
