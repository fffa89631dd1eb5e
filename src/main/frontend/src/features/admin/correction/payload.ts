import type { TypedDocumentNode } from 'urql';

export type CorrectionPayload = {
  success: boolean;
  error: string | null;
  userErrors: { code: string; message: string; argument: string | null }[];
};

/**
 * A mutation whose field has the alias `payload`, so that one component can send each of them. Its fields are no fragment on
 * `MutationPayload`: the cache does not know which types implement an interface.
 *
 * @typeParam More further fields of the payload
 */
export type CorrectionDocument<Variables, More> = TypedDocumentNode<
  { payload: (CorrectionPayload & More) | null },
  Variables
>;
