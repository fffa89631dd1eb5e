import type { Client } from 'urql';
import type { RouteObject } from 'react-router';
import { RequestPageDocument } from '@/api/gql/graphql';
import { preload } from '@/api/preload';
import { idParam } from '@/lib/idParam';
import { loadGroup } from './group/groupData';

export const feedbackRoutes = (client: Client): RouteObject[] => [
  {
    path: 'request',
    loader: () => preload(client, RequestPageDocument, {}),
    lazy: { Component: async () => (await import('./request/RequestPage')).RequestPage },
  },
  {
    // Mails link here.
    path: 'group/:groupId',
    loader: async ({ params }) => {
      const id = idParam(params.groupId);
      if (id !== null) await loadGroup(client, id);
      return null;
    },
    lazy: { Component: async () => (await import('./group/GroupPage')).GroupPage },
  },
];
