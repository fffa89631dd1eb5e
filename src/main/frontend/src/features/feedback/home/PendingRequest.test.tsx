import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { aRelease } from '@/features/releases/releases.fixtures';
import { aTrack } from '@/features/track/track.fixtures';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { fakeSocket } from '@/test/fakeSocket';
import { renderRoutes } from '@/test/renderApp';
import { aGroup, aRequest, deletion, homeData } from './home.fixtures';
import { HomePage, loadHome } from './HomePage';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
  fakeSocket();
});

function renderHome(fields: Record<string, unknown> = {}) {
  server.on('HomePage', () => homeData(fields));
  return renderRoutes(
    (client) => [
      {
        path: '/',
        loader: async () => {
          await loadHome(client);
          return null;
        },
        Component: HomePage,
      },
      { path: '*', Component: () => <p>Another page</p> },
    ],
    '/',
  );
}

async function withdraw() {
  await userEvent.click(await screen.findByRole('button', { name: 'Withdraw' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Withdraw' }));
}

test('shows the title and the artist that the server has read', async () => {
  const url = 'https://soundcloud.com/mira/track-17';
  renderHome({
    unassignedRequest: aRequest({
      track: aTrack(url, { title: 'Salt flats', artist: 'Mira' }),
    }),
  });
  const pending = await screen.findByRole('region', { name: 'Waiting for a group' });
  expect(within(pending).getByText('Salt flats')).toBeVisible();
  expect(within(pending).getByText('Mira')).toBeVisible();
});

test('shows the releases that the track should sit beside', async () => {
  renderHome({ unassignedRequest: aRequest({ referenceReleases: [aRelease('5', 'Tide')] }) });
  const pending = await screen.findByRole('region', { name: 'Waiting for a group' });
  expect(within(pending).getByText('Should sit beside')).toBeVisible();
  expect(within(pending).getByRole('link', { name: 'Listen at Spotify: Tide' })).toBeVisible();
});

test('withdraws the request after a confirmation', async () => {
  server.on('WithdrawRequest', () => deletion({}));
  renderHome({ unassignedRequest: aRequest({ id: 5 }) });
  await withdraw();
  expect(await screen.findByText('Your request is withdrawn.')).toBeVisible();
  expect(server.calls('WithdrawRequest')).toEqual([{ feedbackRequestId: 5 }]);
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Ask for feedback on a track');
  expect(screen.queryByRole('button', { name: 'Withdraw' })).not.toBeInTheDocument();
});

test('keeps the request if the member does not confirm', async () => {
  renderHome({ unassignedRequest: aRequest() });
  await userEvent.click(await screen.findByRole('button', { name: 'Withdraw' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Keep it' }));
  expect(server.calls('WithdrawRequest')).toHaveLength(0);
  expect(screen.getByRole('region', { name: 'Waiting for a group' })).toBeVisible();
});

test('says that the request is in a group, and shows the group', async () => {
  const message = 'This request has already been assigned to a feedback group and cannot be edited.';
  renderHome({ unassignedRequest: aRequest() });
  server.on('WithdrawRequest', () => {
    server.on('HomePage', () => homeData({ feedbackGroups: [aGroup(9)] }));
    const error = {
      code: 'REQUEST_ALREADY_GROUPED',
      message,
      argument: 'feedbackRequestId',
      __typename: 'UserError',
    };
    return deletion({ success: false, error: message, userErrors: [error] });
  });
  await withdraw();
  expect(await screen.findByText(message)).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Feedback Group #9 - Electronic/Pop' })).toBeVisible();
});

test('keeps the request after an answer without a result', async () => {
  server.on('WithdrawRequest', () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  renderHome({ unassignedRequest: aRequest() });
  await withdraw();
  expect(await screen.findByText('The server has a problem. Try again in a minute.')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Waiting for a group' })).toBeVisible();
});

test('leads to the sign-in page if the session has ended', async () => {
  const error = { code: 'NOT_LOGGED_IN', message: 'Not logged in.', argument: null, __typename: 'UserError' };
  server.on('WithdrawRequest', () => deletion({ success: false, error: error.message, userErrors: [error] }));
  renderHome({ unassignedRequest: aRequest() });
  await withdraw();
  expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in?next=%2F');
});
