import type { Client } from 'urql';
import type { RouteObject } from 'react-router';

/** Pages about new releases, for members. Their code is loaded with the first visit, the loaders included. */
export const releasesRoutes = (client: Client): RouteObject[] => [
  { path: 'out-now', lazy: async () => (await import('./list/newReleasesPage')).newReleasesPage(client) },
  {
    path: 'out-now/yours',
    lazy: async () => (await import('./yours/yourReleasesPage')).yourReleasesPage(client),
  },
  {
    path: 'out-now/artists',
    lazy: async () => (await import('./artist/artistsPage')).artistsPage(client),
  },
  {
    path: 'out-now/artists/:artistId',
    lazy: async () => (await import('./artist/artistPage')).artistPage(client),
  },
];
