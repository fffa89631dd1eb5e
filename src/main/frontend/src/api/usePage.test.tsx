import { act, screen } from '@testing-library/react';
import { type Client } from 'urql';
import { beforeEach, expect, test } from 'vitest';
import type { RouteObject } from 'react-router';
import { PageError } from '@/app/PageError';
import { loadViewer, useViewer, ViewerQuery } from '@/features/account/viewer/viewer';
import { HomePageQuery } from '@/features/feedback/home/homeQuery';
import { aMember } from '@/test/account';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';
import { preload } from './preload';
import { usePage } from './usePage';

let server: FakeServer;
let client: Client;

beforeEach(() => {
  server = fakeServer();
});

const failed = (path: string, data: unknown) => ({
  data,
  errors: [{ message: 'An internal error.', path: [path], extensions: { code: 'INTERNAL_ERROR' } }],
});

function Viewer() {
  return <p>{useViewer()?.username ?? 'nobody'}</p>;
}

function Groups() {
  return <p>{usePage(HomePageQuery).feedbackGroups.length} groups</p>;
}

const routes = (used: Client): RouteObject[] => {
  client = used;
  return [
    {
      ErrorBoundary: PageError,
      children: [
        { path: '/', loader: async () => ({ viewer: await loadViewer(used) }), Component: Viewer },
        { path: '/groups', loader: () => preload(used, HomePageQuery, {}), Component: Groups },
      ],
    },
  ];
};

const home = () => ({
  data: { userDetails: aMember(), nextAssignmentRun: null, unassignedRequest: null, feedbackGroups: [] },
});

test('an error about the session does not mean that nobody is signed in', async () => {
  server.on('Viewer', () => failed('userDetails', { userDetails: null }));
  renderRoutes(routes, '/');
  expect(await screen.findByRole('heading')).toHaveTextContent('This page did not load');
});

test('a refetch of the session that fails keeps the member', async () => {
  server.on('Viewer', () => ({ data: { userDetails: aMember() } }));
  renderRoutes(routes, '/');
  expect(await screen.findByText('mira@post.example')).toBeVisible();
  server.on('Viewer', () => failed('userDetails', { userDetails: null }));
  await act(async () => {
    await client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
  });
  expect(screen.getByText('mira@post.example')).toBeVisible();
});

test.each([
  ['all data are', 'feedbackGroups', null],
  ['a field is', 'unassignedRequest', home().data],
])('a page did not load if %s null because of an error', async (_, path, data) => {
  server.on('HomePage', () => failed(path, data));
  renderRoutes(routes, '/groups');
  expect(await screen.findByText('An internal error.')).toBeVisible();
});

test('the last data stay if the data of a refetch are null', async () => {
  server.on('HomePage', home);
  renderRoutes(routes, '/groups');
  expect(await screen.findByText('0 groups')).toBeVisible();
  server.on('HomePage', () => failed('feedbackGroups', null));
  await act(async () => {
    await client.query(HomePageQuery, {}, { requestPolicy: 'network-only' }).toPromise();
  });
  expect(screen.getByText('0 groups')).toBeVisible();
});
