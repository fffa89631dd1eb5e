import type { Client } from 'urql';
import type { RouteObject } from 'react-router';
import { preload } from '@/api/preload';
import { NoticesPageQuery } from './list/noticesQuery';

/** Pages of notices, for members. */
export const notificationRoutes = (client: Client): RouteObject[] => [
  {
    path: 'notices',
    loader: () => preload(client, NoticesPageQuery, {}),
    lazy: { Component: async () => (await import('./list/NoticesPage')).NoticesPage },
  },
];
