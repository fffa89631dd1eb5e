import type { AnyVariables, Client, TypedDocumentNode } from 'urql';

/**
 * Loads the data of a page before it is shown: always from the server, so that each visit shows the current state. A field with an
 * error is null, as a thing that does not exist, so every error is thrown.
 */
export async function preload<Data, Variables extends AnyVariables>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { data, error } = await client.query(query, variables, { requestPolicy: 'network-only' }).toPromise();
  if (error || !data) throw error ?? new Error('A page without data.');
  return data;
}
