import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router';
import type { Client } from 'urql';
import { accountRoutes, visitorRoutes } from '@/features/account/routes';
import { loadViewer } from '@/features/account/viewer/viewer';
import { adminRoutes } from '@/features/admin/routes';
import { feedbackRoutes } from '@/features/feedback/routes';
import { notificationRoutes } from '@/features/notification/routes';
import { releasesRoutes } from '@/features/releases/routes';
import { NotFound } from '@/ui/page/NotFound';
import { PageError } from './PageError';
import { Shell } from './shell/Shell';
import { ShellError } from './shell/ShellError';
import { ShellFallback } from './shell/ShellFallback';
import { startRoute } from './startRoute';

/** Leads a visitor to the sign-in page, and back afterwards. */
function membersOnly(client: Client) {
  return async ({ request }: LoaderFunctionArgs) => {
    if (await loadViewer(client)) return null;
    const { pathname, search } = new URL(request.url);
    return redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  };
}

/** All pages. The build reads the paths from here and gives them to the server. */
export function routeTree(client: Client): RouteObject[] {
  return [
    {
      loader: async () => {
        await loadViewer(client);
        return null;
      },
      Component: Shell,
      HydrateFallback: ShellFallback,
      ErrorBoundary: ShellError,
      children: [
        {
          ErrorBoundary: PageError,
          children: [
            startRoute(client),
            ...visitorRoutes(client),
            {
              loader: membersOnly(client),
              children: [
                ...accountRoutes(client),
                ...feedbackRoutes(client),
                ...releasesRoutes(client),
                ...notificationRoutes(client),
                ...adminRoutes(client),
              ],
            },
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
  ];
}
