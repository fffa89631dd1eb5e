import { useState } from 'react';
import { useQuery, type AnyVariables, type TypedDocumentNode } from 'urql';

/**
 * The data of a page, which its route has loaded. Suspends until there is data, and throws the error if there is none. If a
 * later refetch fails, the last data stay.
 */
export function usePage<Data>(query: TypedDocumentNode<Data, Record<string, never>>): Data;
export function usePage<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Data;
export function usePage<Data>(query: TypedDocumentNode<Data, never>, variables?: AnyVariables): Data {
  // `variables` is missing only where the document has none.
  const [{ data, error }] = useQuery<Data>({ query, variables: variables ?? {} });
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  const shown = data ?? last;
  if (shown === undefined) throw error ?? new Error('A page without data.');
  return shown;
}
