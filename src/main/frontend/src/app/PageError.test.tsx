import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RouteObject } from 'react-router';
import type { Client } from 'urql';
import { beforeEach, expect, test, vi } from 'vitest';
import { preload } from '@/api/preload';
import { useViewer, ViewerQuery } from '@/features/account/viewer/viewer';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';
import { PageError } from './PageError';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
});

const routes = (client: Client): RouteObject[] => [
  {
    ErrorBoundary: PageError,
    children: [
      {
        path: '/',
        loader: () => preload(client, ViewerQuery, {}),
        Component: () => <h1>{useViewer() ? 'Home' : 'Landing'}</h1>,
      },
      {
        path: '/broken',
        Component: () => {
          throw new Error('A mistake in a page.');
        },
      },
      {
        path: '/missing',
        loader: () => {
          throw new Response(null, { status: 404 });
        },
      },
    ],
  },
];

test.each([
  [
    'does not answer',
    () => Promise.reject(new TypeError('Failed to fetch')),
    'The server did not answer. Check your connection, then try again.',
  ],
  [
    'answers 502 with HTML',
    () => new Response('<html>Bad gateway</html>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
    'The server has a problem. Try again in a minute.',
  ],
  [
    'answers 500',
    () => new Response('', { status: 500 }),
    'The server has a problem. Try again in a minute.',
  ],
  ['answers 413', () => new Response('', { status: 413 }), 'That is more than the server accepts.'],
  [
    'answers 429',
    () => new Response('', { status: 429 }),
    'Too many requests from this network. Wait a minute, then try again.',
  ],
])('says what happened if the server %s, and tries again', async (_, answer, message) => {
  const user = userEvent.setup();
  server.on('Viewer', answer);
  renderRoutes(routes, '/');
  expect(await screen.findByRole('heading', { name: 'This page did not load' })).toBeVisible();
  expect(screen.getByText(message)).toBeVisible();

  server.on('Viewer', () => ({ data: { userDetails: null } }));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Landing' })).toBeVisible();
});

test('shows the id of the request, which operators find in the log', async () => {
  server.on('Viewer', () => ({
    errors: [{ message: 'The server has a problem.', extensions: { code: 'INTERNAL', requestId: 'a1b2c3' } }],
  }));
  renderRoutes(routes, '/');
  expect(await screen.findByText('a1b2c3')).toBeVisible();
});

test('a page with a mistake can be loaded again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  renderRoutes(routes, '/broken');
  expect(await screen.findByRole('button', { name: 'Load again' })).toBeVisible();
});

test('a thing that does not exist is not an error', async () => {
  renderRoutes(routes, '/missing');
  expect(await screen.findByRole('heading', { name: 'Nothing here' })).toBeVisible();
});
