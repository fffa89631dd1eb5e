import type { ComponentType } from 'react';
import type { LoaderFunction, Params } from 'react-router';
import type { Client, TypedDocumentNode } from 'urql';
import { preload } from '@/api/preload';
import { ReleasesError } from './ReleasesError';

type QueryVariables = Record<string, unknown>;

/** A page about releases: what its route needs of it. */
export type ReleasesPage = (client: Client) => {
  loader: LoaderFunction;
  Component: ComponentType;
  ErrorBoundary: ComponentType;
};

/**
 * A page with one query.
 *
 * @param page.variables null: there is no page at this address
 */
export function releasesPage<Data, Variables extends QueryVariables>(page: {
  query: TypedDocumentNode<Data, Variables>;
  variables: (search: URLSearchParams, params: Params) => Variables | null;
  Component: ComponentType;
}): ReleasesPage {
  return (client) => ({
    loader: async ({ request, params }) => {
      const variables = page.variables(new URL(request.url).searchParams, params);
      if (variables) await preload(client, page.query, variables);
      return null;
    },
    Component: page.Component,
    ErrorBoundary: ReleasesError,
  });
}
