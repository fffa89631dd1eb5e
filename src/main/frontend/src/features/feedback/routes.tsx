import type { Client } from 'urql';
import type { RouteObject } from 'react-router';
import { RequestPageDocument } from '@/api/gql/graphql';
import { preload } from '@/api/preload';

export const feedbackRoutes = (client: Client): RouteObject[] => [
  {
    path: 'request',
    loader: () => preload(client, RequestPageDocument, {}),
    lazy: { Component: async () => (await import('./request/RequestPage')).RequestPage },
  },
];
