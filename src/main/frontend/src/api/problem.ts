import type { CombinedError } from 'urql';
import { property } from '@/lib/property';

export type Problem = {
  /** One or two sentences for the member. */
  message: string;
  /** The code of the first GraphQL error, for example `NOT_PERMITTED`. */
  code: string | null;
  /** With this id, an operator finds the request in the log. */
  requestId: string | null;
};

/** If there is neither an answer nor an error. */
export const noAnswer = 'The server did not answer. Try again.';

function statusOf(response: unknown): number | null {
  const status = property(response, 'status');
  return typeof status === 'number' ? status : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What to tell about an operation that failed, and not by a mistake of the member. */
export function problemOf(error: CombinedError): Problem {
  const [first] = error.graphQLErrors;
  if (first) {
    return {
      message: first.message,
      code: text(first.extensions.code),
      requestId: text(first.extensions.requestId),
    };
  }
  const status = statusOf(error.response);
  const message =
    status === 413
      ? 'That is more than the server accepts.'
      : status === 429
        ? 'Too many requests from this network. Wait a minute, then try again.'
        : status !== null && status !== 200
          ? 'The server has a problem. Try again in a minute.'
          : 'The server did not answer. Check your connection, then try again.';
  return { message, code: null, requestId: null };
}
