import type { RouteObject } from 'react-router';
import type { Client } from 'urql';
import { loadViewer } from '@/features/account/viewer/viewer';
import { StartPage } from './StartPage';

/** `/`: the landing page for visitors, the home page for members. Only the code of the page that is shown is loaded. */
export function startRoute(client: Client): RouteObject {
  return {
    path: '/',
    loader: async () => {
      if (!(await loadViewer(client))) {
        await import('@/features/account/landing/LandingPage');
        return null;
      }
      const { loadHome } = await import('@/features/feedback/home/HomePage');
      await loadHome(client);
      return null;
    },
    Component: StartPage,
  };
}
