import { act } from '@testing-library/react';
import { vi } from 'vitest';

type Message = { id?: string; type: string };

/** The server's end of the live connection. */
export type FakeLive = {
  /** Sends an event to the open streams. Their documents are ids, so an event names its field itself. */
  send: (data: Record<string, unknown>) => Promise<void>;
  /** The number of open streams. */
  streams: () => number;
};

/** Replaces `WebSocket` until the end of the test by one that accepts each stream. Call it before the page is rendered. */
export function fakeLive(): FakeLive {
  const streams = new Map<string, FakeSocket>();

  class FakeSocket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readyState = FakeSocket.CONNECTING;
    onopen?: () => void;
    onclose?: (event: CloseEvent) => void;
    onmessage?: (message: { data: string }) => void;

    constructor() {
      queueMicrotask(() => {
        this.readyState = FakeSocket.OPEN;
        this.onopen?.();
      });
    }

    send(text: string) {
      const { id, type } = JSON.parse(text) as Message;
      if (type === 'connection_init') this.answer({ type: 'connection_ack' });
      if (type === 'ping') this.answer({ type: 'pong' });
      if (type === 'subscribe' && id) streams.set(id, this);
      if (type === 'complete' && id) streams.delete(id);
    }

    answer(message: Message & { payload?: unknown }) {
      queueMicrotask(() => this.onmessage?.({ data: JSON.stringify(message) }));
    }

    close(code = 1000) {
      this.readyState = FakeSocket.CLOSED;
      this.onclose?.(new CloseEvent('close', { code, wasClean: true }));
    }
  }

  vi.stubGlobal('WebSocket', FakeSocket);
  return {
    send: async (data) => {
      await vi.waitFor(() => {
        if (streams.size === 0) throw new Error('No stream is open.');
      });
      // eslint-disable-next-line @typescript-eslint/require-await -- an asynchronous `act` waits for what the event causes
      await act(async () => {
        streams.forEach((socket, id) => {
          socket.answer({ id, type: 'next', payload: { data } });
        });
      });
    },
    streams: () => streams.size,
  };
}
