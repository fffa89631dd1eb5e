import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { feedbackRoutes } from '@/features/feedback/routes';
import { aRelease, releases } from '@/features/releases/releases.fixtures';
import { aTrack } from '@/features/track/track.fixtures';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';
import { mediaInfo, payload, requestData } from './request.fixtures';

let server: FakeServer;

const found = ['Tide', 'Salt', 'Rain', 'Dust'].map((name, index) => aRelease(`${index + 1}`, name));

beforeEach(() => {
  server = fakeServer();
  server.on('LinkPreview', ({ mediaUrl }) => mediaInfo(mediaUrl));
  server.on('FoundReleases', () => ({ data: { newReleases: releases(found) } }));
});

function renderPage(fields: Record<string, unknown> = {}) {
  server.on('RequestPage', () => requestData(fields));
  return renderRoutes(
    (client) => [{ path: '/', Component: () => <p>The home page</p> }, ...feedbackRoutes(client)],
    '/request',
  );
}

const search = () => screen.findByRole('searchbox', { name: /What should it sit beside/ });
const option = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name} by`) });
const chosen = () =>
  within(screen.getByRole('list', { name: 'Chosen releases' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);

const pending = {
  __typename: 'FeedbackRequest',
  id: 5,
  track: aTrack('https://soundcloud.com/mira/salt-flats'),
  genre: 'POP',
  feedbackPrompt: '',
  referenceReleases: [aRelease('9', 'Old one'), aRelease('8', 'Older one')],
  emailWhenGrouped: false,
};

test('names up to three releases, in the order of the member, by keyboard', async () => {
  server.on('CreateRequest', () => payload('create'));
  renderPage();
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Link to your track' }),
    'https://soundcloud.com/a/b',
  );
  await userEvent.click(screen.getByRole('radio', { name: 'Jazz' }));
  await userEvent.type(await search(), 'tid{Enter}');
  expect(await screen.findByText('4 releases found.')).toBeVisible();
  expect(server.calls('CreateRequest')).toEqual([]);

  await userEvent.keyboard('{ArrowDown}');
  expect(await option('Tide')).toHaveFocus();
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}{ArrowDown}{Enter}{ArrowDown}{Enter}');
  expect(screen.getByText('3 are chosen. Remove one of them first.')).toBeVisible();
  expect(await option('Dust')).toHaveAttribute('aria-pressed', 'false');
  expect(chosen()).toEqual([
    expect.stringContaining('Tide'),
    expect.stringContaining('Salt'),
    expect.stringContaining('Rain'),
  ]);

  screen.getByRole('button', { name: 'Move down: Tide' }).focus();
  await userEvent.keyboard('{Enter}{Enter}{Enter}');
  expect(screen.getByRole('button', { name: 'Move down: Tide' })).toHaveFocus();
  expect(screen.getByText(/^Moved to place 3\./)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Move up: Rain' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove: Salt' }));
  expect(await search()).toHaveFocus();
  expect(screen.getByText('Removed. 2 of 3 chosen.')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Ask for feedback' }));
  expect(await screen.findByText('The home page')).toBeVisible();
  expect(server.calls('CreateRequest')[0]).toMatchObject({ referenceReleaseIds: ['3', '1'] });
});

test('keeps chosen releases as a draft', async () => {
  const { unmount } = renderPage();
  await userEvent.type(await search(), 'tide');
  await userEvent.click(await option('Tide'));
  unmount();
  renderPage();
  await search();
  expect(chosen()).toEqual([expect.stringContaining('Tide')]);
});

test('changes the releases of a request', async () => {
  server.on('EditRequest', () => payload('edit'));
  renderPage({ unassignedRequest: pending });
  await search();
  expect(chosen()).toEqual([expect.stringContaining('Old one'), expect.stringContaining('Older one')]);
  await userEvent.click(screen.getByRole('button', { name: 'Remove: Old one' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save the request' }));
  expect(await screen.findByText('The home page')).toBeVisible();
  expect(server.calls('EditRequest')[0]).toMatchObject({ referenceReleaseIds: ['8'] });
});

test('a request without a track has none', async () => {
  server.on('EditRequest', () => payload('edit'));
  renderPage({ unassignedRequest: pending });
  await search();
  await userEvent.click(screen.getByRole('checkbox', { name: 'I have no track this time' }));
  expect(screen.queryByRole('searchbox')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Save the request' }));
  expect(await screen.findByText('The home page')).toBeVisible();
  expect(server.calls('EditRequest')[0]).toMatchObject({ referenceReleaseIds: [] });
});

test('shows the error of the server at the search', async () => {
  const message = 'A release does not exist any more.';
  server.on('EditRequest', () =>
    payload('edit', { code: 'UNKNOWN_REFERENCE_RELEASE', message, argument: 'referenceReleaseIds' }),
  );
  renderPage({ unassignedRequest: pending });
  await search();
  await userEvent.click(screen.getByRole('button', { name: 'Save the request' }));
  await expect.poll(search).toHaveAccessibleDescription(new RegExp(message));
  expect(await search()).toHaveFocus();
});

test('searches only for what the server can find', async () => {
  server.on('FoundReleases', () => ({ data: { newReleases: releases([]) } }));
  renderPage();
  await userEvent.type(await search(), 'ab');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(server.calls('FoundReleases')).toEqual([]);
  await userEvent.type(await search(), 'c ');
  expect(await screen.findByText('No release found.')).toBeVisible();
  expect(server.calls('FoundReleases')).toEqual([{ search: 'abc' }]);
});

test('says that the search has failed', async () => {
  server.on('FoundReleases', () => new Response('', { status: 500 }));
  renderPage();
  await userEvent.type(await search(), 'tide');
  expect(await screen.findByText(/The server has a problem/)).toBeVisible();
});
