import { createClient, type Client } from 'graphql-ws';
import { setConnection } from './connection';

const HEARTBEAT_MS = 20_000;
const LONGEST_PAUSE_MS = 30_000;

/** The server ended the session: sign-out, a new password, or a disabled account. */
const SESSION_ENDED = 4401;

/** One WebSocket for all subscriptions. It opens with the first of them, and again after each loss. */
export function createLiveSocket(url: string): Client {
  return createClient({
    url,
    keepAlive: HEARTBEAT_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (problem) => !(problem instanceof CloseEvent && problem.code === SESSION_ENDED),
    retryWait: async (retries) => {
      // A random share keeps clients from returning all at once after a restart of the server.
      const pause = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** retries);
      await new Promise((resolve) => setTimeout(resolve, pause / 2 + (Math.random() * pause) / 2));
    },
    on: {
      connected: () => {
        setConnection('connected');
      },
      closed: (event) => {
        if (!(event instanceof CloseEvent)) return;
        if (event.code === SESSION_ENDED) setConnection('ended');
        else if (!event.wasClean || event.code !== 1000) setConnection('lost');
      },
    },
  });
}
