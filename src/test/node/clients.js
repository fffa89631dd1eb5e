// The two npm clients for subscriptions, behind one interface. Both send the cookie and an origin, as a browser does.
import { setTimeout } from 'node:timers/promises';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWebSocketClient } from 'graphql-ws';
import WebSocket from 'ws';

// Enough for a server that needs minutes to start.
const RETRIES = { attempts: 3000, wait: () => setTimeout(100) };

const LIBRARY_DEFAULTS = { retryAttempts: undefined, retryWait: undefined, shouldRetry: undefined };

/** Named options of graphql-ws: none, those that the README recommends, and an unused WebSocket that stays open. */
export const OPTIONS = {
  none: LIBRARY_DEFAULTS,
  recommended: { ...LIBRARY_DEFAULTS, shouldRetry: () => true },
  lazyClose: { lazyCloseTimeout: 3_600_000 },
};

/**
 * Creates a client of the named library, with `options` of the library. The client has the method `iterate` of both
 * libraries, and the number of its connections. That of graphql-ws also has the number of attempts to connect, and a promise
 * of the first close code.
 */
export function createClient(library, api, { cookie, origin }, options = {}) {
  const headers = origin ? { cookie, origin } : { cookie };
  return library === 'graphql-ws' ? webSocketClient(api, headers, options) : sseClient(api, headers, options);
}

function webSocketClient(api, headers, options) {
  class WebSocketWithHeaders extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers });
    }
  }
  const client = createWebSocketClient({
    url: api.replace(/^http/, 'ws'),
    webSocketImpl: WebSocketWithHeaders,
    retryAttempts: RETRIES.attempts,
    retryWait: RETRIES.wait,
    // By default, the library gives up when a handshake fails, for example while the server restarts.
    shouldRetry: () => true,
    ...options,
  });
  const counted = { iterate: (request) => client.iterate(request), connections: 0, attempts: 0 };
  client.on('connecting', () => counted.attempts++);
  client.on('connected', () => counted.connections++);
  counted.closeCode = new Promise((resolve) => client.on('closed', ({ code }) => resolve(code)));
  return counted;
}

/** In distinct connections mode, which is the default. */
function sseClient(api, headers, options) {
  const counted = { iterate: (request) => client.iterate(request), connections: 0 };
  const client = createSseClient({
    url: api,
    headers,
    retryAttempts: RETRIES.attempts,
    retry: RETRIES.wait,
    fetchFn: async (...request) => {
      const response = await fetch(...request);
      counted.connections++;
      return response;
    },
    ...options,
  });
  return counted;
}
