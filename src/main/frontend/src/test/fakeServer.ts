import { vi } from 'vitest';

type Answer = { data?: unknown; errors?: unknown[] } | Response;
type Handler = (variables: Record<string, unknown>) => Answer | Promise<Answer>;

/** A fake `fetch` that answers operations by name and records their variables. */
export type FakeServer = {
  /** Sets the answer of an operation. A `Response` stands for anything else than a GraphQL answer. */
  on: (operation: string, handler: Handler) => void;
  calls: (operation: string) => Record<string, unknown>[];
};

/** Replaces `fetch` until the end of the test. An operation without an answer is an error. */
export function fakeServer(): FakeServer {
  const handlers = new Map<string, Handler>();
  const calls: { operation: string; variables: Record<string, unknown> }[] = [];
  vi.stubGlobal('fetch', async (_: unknown, init: RequestInit) => {
    const { operationName, variables } = JSON.parse(init.body as string) as {
      operationName: string;
      variables?: Record<string, unknown>;
    };
    calls.push({ operation: operationName, variables: variables ?? {} });
    const handler = handlers.get(operationName);
    if (!handler) throw new Error(`The test has no answer for ${operationName}.`);
    const answer = await handler(variables ?? {});
    return answer instanceof Response ? answer : Response.json(answer);
  });
  return {
    on: (operation, handler) => {
      handlers.set(operation, handler);
    },
    calls: (operation) => calls.filter((call) => call.operation === operation).map((call) => call.variables),
  };
}
