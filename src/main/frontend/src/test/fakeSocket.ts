import { vi } from 'vitest';

type Message = { id?: string; type: string };

/** A fake server of subscriptions. */
export type FakeSocket = {
  /** The number of open streams. */
  streams: () => number;
  /** Sends an event to all streams. */
  send: (data: unknown) => void;
};

/** Replaces `WebSocket` until the end of the test by one that accepts every subscription and sends what the test says. */
export function fakeSocket(): FakeSocket {
  const streams = new Map<string, (message: unknown) => void>();
  class Socket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readyState = Socket.OPEN;
    onopen?: () => void;
    onmessage?: (event: { data: string }) => void;
    onclose?: (event: CloseEvent) => void;

    constructor() {
      setTimeout(() => this.onopen?.());
    }

    send(text: string): void {
      const { id, type } = JSON.parse(text) as Message;
      const answer = (message: unknown) => this.onmessage?.({ data: JSON.stringify(message) });
      if (type === 'connection_init') setTimeout(() => answer({ type: 'connection_ack' }));
      if (type === 'subscribe' && id) streams.set(id, answer);
      if (type === 'complete' && id) streams.delete(id);
    }

    close(): void {
      this.readyState = Socket.CLOSED;
      this.onclose?.(new CloseEvent('close', { code: 1000, wasClean: true }));
    }
  }
  vi.stubGlobal('WebSocket', Socket);
  return {
    streams: () => streams.size,
    send: (data) => {
      streams.forEach((answer, id) => {
        answer({ id, type: 'next', payload: { data } });
      });
    },
  };
}
