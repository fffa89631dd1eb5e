import type { Client } from 'urql';
import type { RouteObject } from 'react-router';
import { idParam } from '@/lib/idParam';
import { loadGroup } from './group/groupData';

export const feedbackRoutes = (client: Client): RouteObject[] => [
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
