import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { currentConnection, resumeSession, setConnection } from './connection';
import { createLiveSocket } from './liveSocket';

/** A socket that the test opens and closes. */
class Socket {
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  static all: Socket[] = [];
  readyState: number = Socket.OPEN;
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: CloseEvent) => void;

  constructor() {
    Socket.all.push(this);
  }

  send(text: string): void {
    if (text.includes('connection_init')) this.onmessage?.({ data: '{"type":"connection_ack"}' });
  }

  end(code: number): void {
    this.readyState = Socket.CLOSED;
    this.onclose?.(new CloseEvent('close', { code, wasClean: code !== 1006 }));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Socket);
  Socket.all = [];
  resumeSession();
  setConnection('connected');
  const sink = { next: vi.fn(), error: vi.fn(), complete: vi.fn() };
  createLiveSocket('ws://localhost/graphql').subscribe({ query: '' }, sink);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The socket that is open after the longest pause between two attempts. */
async function nextSocket(): Promise<Socket> {
  await vi.advanceTimersByTimeAsync(30_000);
  const socket = Socket.all.at(-1);
  if (!socket) throw new Error('There is no socket.');
  return socket;
}

test('reports the loss of an open socket, and that it is back', async () => {
  const socket = await nextSocket();
  socket.onopen?.();
  expect(currentConnection()).toBe('connected');
  socket.end(1006);
  expect(currentConnection()).toBe('lost');
  const second = await nextSocket();
  expect(second).not.toBe(socket);
  second.onopen?.();
  expect(currentConnection()).toBe('connected');
});

test('is silent in a network that blocks sockets', async () => {
  const socket = await nextSocket();
  socket.end(1006);
  expect(currentConnection()).toBe('connected');
});

test('reports that the session has ended, and opens another socket only when it goes on', async () => {
  const socket = await nextSocket();
  socket.onopen?.();
  socket.end(4401);
  expect(currentConnection()).toBe('ended');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(Socket.all).toHaveLength(1);

  resumeSession();
  const second = await nextSocket();
  second.onopen?.();
  expect(Socket.all).toHaveLength(2);
  expect(currentConnection()).toBe('connected');
});
