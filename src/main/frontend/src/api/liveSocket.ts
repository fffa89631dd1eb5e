import {
  createClient,
  type Client,
  type FormattedExecutionResult,
  type Sink,
  type SubscribePayload,
} from 'graphql-ws';
import { currentConnection, onConnectionChange, setConnection } from './connection';

const HEARTBEAT_MS = 20_000;
const LONGEST_PAUSE_MS = 30_000;

/** The server ended the session: sign-out, a new password, or a disabled account. */
const SESSION_ENDED = 4401;

/** The server closes a socket without subscriptions, and the client one that it no longer needs. */
const NORMAL = 1000;

type Result = FormattedExecutionResult<Record<string, unknown>, unknown>;

type Socket = {
  /** Returns what ends the subscription. */
  subscribe: (payload: SubscribePayload, sink: Sink<Result>) => () => void;
};

function sessionHasEnded(problem: unknown): boolean {
  return problem instanceof CloseEvent && problem.code === SESSION_ENDED;
}

/**
 * One WebSocket for all subscriptions. It opens with the first of them, and again after each loss. Subscriptions that end with the
 * session begin again when the member is signed in again.
 */
export function createLiveSocket(url: string): Socket {
  const client = createSocket(url);
  const socket: Socket = {
    subscribe: (payload, sink) => {
      let end = client.subscribe(payload, {
        ...sink,
        error: (problem) => {
          if (!sessionHasEnded(problem)) {
            sink.error(problem);
            return;
          }
          end = whenResumed(() => {
            end = socket.subscribe(payload, sink);
          });
        },
      });
      return () => {
        end();
      };
    },
  };
  return socket;
}

/** Calls back as soon as the session goes on. Returns what gives up waiting. */
function whenResumed(callback: () => void): () => void {
  const stop = onConnectionChange(() => {
    if (currentConnection() === 'ended') return;
    stop();
    callback();
  });
  return stop;
}

function createSocket(url: string): Client {
  // Only the loss of an open socket is news. A network that blocks sockets would report one loss after the other.
  let open = false;
  return createClient({
    url,
    keepAlive: HEARTBEAT_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    // The default retries only after close events. A socket closed with SESSION_ENDED is never retried.
    shouldRetry: () => true,
    retryWait: async (retries) => {
      // A random share keeps clients from returning all at once after a restart of the server.
      const pause = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** retries);
      await new Promise((resolve) => setTimeout(resolve, pause / 2 + (Math.random() * pause) / 2));
    },
    on: {
      connected: () => {
        open = true;
        setConnection('connected');
      },
      closed: (event) => {
        if (!(event instanceof CloseEvent)) return;
        if (event.code === SESSION_ENDED) setConnection('ended');
        else if (open && event.code !== NORMAL) setConnection('lost');
        open = false;
      },
    },
  });
}
