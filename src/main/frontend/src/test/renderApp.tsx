import { render, type RenderResult } from '@testing-library/react';
import { createMemoryRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { Provider, type Client } from 'urql';
import { createClient } from '@/app/createClient';

/** Renders the page at a path, with the real client and cache. Combine with `fakeServer()`. */
export function renderRoutes(
  routes: (client: Client) => RouteObject[],
  path: string,
): RenderResult & { router: ReturnType<typeof createMemoryRouter> } {
  const client = createClient();
  const router = createMemoryRouter([{ HydrateFallback: () => null, children: routes(client) }], {
    initialEntries: [path],
  });
  return {
    router,
    ...render(
      <Provider value={client}>
        <RouterProvider router={router} />
      </Provider>,
    ),
  };
}
