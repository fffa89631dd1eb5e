import type { ComponentType } from 'react';
import type { LoaderFunction, Params } from 'react-router';
import type { Client, TypedDocumentNode } from 'urql';
import { AdminError } from './AdminError';
import { isOperator } from './operator';

/** A page: what its route needs of it. */
export type AdminPage = (client: Client) => {
  loader: LoaderFunction;
  Component: ComponentType;
  ErrorBoundary: ComponentType;
};

/** What the address of a page contains: the parameters of the path, and those after the question mark. */
export type PageAddress = { params: Params; search: URLSearchParams };

export type QueryVariables = Record<string, unknown>;

type PageDefinition<Data, Variables extends QueryVariables> = {
  query: TypedDocumentNode<Data, Variables>;
  variables: (address: PageAddress) => Variables;
  Component: ComponentType;
};

/** A page with one query. */
export function adminPage<Data, Variables extends QueryVariables>({
  query,
  variables,
  Component,
}: PageDefinition<Data, Variables>): AdminPage {
  return (client) => ({
    loader: async ({ params, request }) => {
      // The parent route shows that there is no such page. Its loader runs at the same time.
      if (!(await isOperator(client))) return null;
      const { error } = await client
        .query(query, variables({ params, search: new URL(request.url).searchParams }), {
          requestPolicy: 'network-only',
        })
        .toPromise();
      // A field that may not be read is null, with an error.
      if (error) throw error;
      return null;
    },
    Component,
    ErrorBoundary: AdminError,
  });
}
