import { createHash } from 'node:crypto';
import { Kind, OperationTypeNode, type DocumentNode } from 'graphql';
import type { TypedDocumentNode } from 'urql';
import { afterEach, expect, test, vi } from 'vitest';
import { createApiClient } from './createApiClient';
import * as generated from './gql/graphql';
import texts from './gql/persisted-documents.json';

type Request = { query?: string; operationName?: string; extensions?: unknown };
type AnyDocument = TypedDocumentNode<unknown, Record<string, unknown>>;

/** The generated documents of one kind, each with the text that the server registers. */
function documents(kind: OperationTypeNode): [string, AnyDocument, string][] {
  return (Object.values(generated) as DocumentNode[]).flatMap((document) => {
    const operation = document.definitions.find((part) => part.kind === Kind.OPERATION_DEFINITION);
    const name = operation?.name?.value;
    if (!name || operation.operation !== kind) return [];
    const text = Object.values(texts).find((registered) =>
      new RegExp(`\\b${kind} ${name}\\b`).test(registered),
    );
    return [[name, document, text ?? '']];
  });
}

/** The format of the server: the SHA-256 of every byte of the registered text, without a prefix. */
function idOf(text: string) {
  return { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') } };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([...documents(OperationTypeNode.QUERY), ...documents(OperationTypeNode.MUTATION)])(
  '%s is sent by its id, without its text',
  async (name, document, text) => {
    const bodies: Request[] = [];
    vi.stubGlobal('fetch', (_: unknown, init: RequestInit) => {
      bodies.push(JSON.parse(init.body as string) as Request);
      return Promise.resolve(Response.json({ errors: [{ message: 'Not here.' }] }));
    });
    const client = createApiClient([], () => undefined);

    await (
      text.includes('mutation ') ? client.mutation(document, {}) : client.query(document, {})
    ).toPromise();

    expect(bodies).toEqual([expect.objectContaining({ operationName: name, extensions: idOf(text) })]);
    expect(bodies[0]?.query).toBeUndefined();
  },
);

/** Accepts the connection and records what is subscribed to. */
class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static subscribed: Request[] = [];

  readonly readyState = FakeSocket.OPEN;
  onopen?: () => void;
  onmessage?: (message: { data: string }) => void;

  constructor() {
    queueMicrotask(() => this.onopen?.());
  }

  send(text: string) {
    const message = JSON.parse(text) as { type: string; payload?: Request };
    if (message.type === 'connection_init')
      queueMicrotask(() => this.onmessage?.({ data: '{"type":"connection_ack"}' }));
    if (message.type === 'subscribe' && message.payload) FakeSocket.subscribed.push(message.payload);
  }

  close() {
    this.onmessage = () => undefined;
  }
}

test.each(documents(OperationTypeNode.SUBSCRIPTION))(
  '%s is sent on the socket by its id, with an empty text',
  async (_, document, text) => {
    FakeSocket.subscribed = [];
    vi.stubGlobal('WebSocket', FakeSocket);

    const subscription = createApiClient([], () => undefined)
      .subscription(document, {})
      .subscribe(() => undefined);

    await vi.waitFor(() => {
      expect(FakeSocket.subscribed).toEqual([expect.objectContaining({ query: '', extensions: idOf(text) })]);
    });
    subscription.unsubscribe();
  },
);
