import { useQuery, type AnyVariables, type TypedDocumentNode } from 'urql';
import { useLastData } from './useLastData';

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
  const [result] = useQuery<Data>({ query, variables: variables ?? {} });
  const data = useLastData(result);
  if (data === undefined) throw result.error ?? new Error('A page without data.');
  return data;
}
