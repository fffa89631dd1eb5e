import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { aRelease, anArtist, artists, releases } from '@/features/releases/releases.fixtures';
import { releasesRoutes } from '@/features/releases/routes';
import { failures, payload, refusal } from '@/test/account';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';
import { PageError } from '@/app/PageError';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
  vi.setSystemTime('2026-11-29T12:00:00Z');
});

function open(nodes: Record<string, unknown>[], path = '/out-now', page = {}) {
  server.on('NewReleasesPage', () => ({ data: { newReleases: releases(nodes, page) } }));
  return renderRoutes((client) => [{ ErrorBoundary: PageError, children: releasesRoutes(client) }], path);
}

const entry = async (name: string) => {
  const found = (await screen.findByRole('heading', { name })).closest('li');
  if (!found) throw new Error('The heading is in no list.');
  return within(found);
};

test('shows each release with its artists, its date and a link to listen', async () => {
  open([
    aRelease('5', 'Tide', { artists: [anArtist('1', 'Ada'), anArtist('2', 'Bruno')] }),
    aRelease('6', 'Second', { source: 'LISTENBRAINZ', kind: 'ep', genres: [], releasedOn: '2026-11' }),
  ]);
  const tide = await entry('Tide');
  expect(tide.getByRole('link', { name: 'Ada' })).toHaveAttribute('href', '/out-now/artists/1');
  expect(tide.getByRole('link', { name: 'Bruno' })).toBeVisible();
  expect(tide.getByText('27 November')).toBeVisible();
  expect(tide.getByText(/Album.*Jazz/)).toBeVisible();
  const listen = tide.getByRole('link', { name: 'Listen at Spotify: Tide' });
  expect(listen).toHaveAttribute('href', 'https://open.spotify.com/album/r5');
  expect(listen).toHaveAttribute('rel', 'noopener noreferrer');

  const second = await entry('Second');
  expect(second.getByText(/^EP ·/)).toHaveTextContent('EP · November 2026');
  expect(second.getByRole('link', { name: 'Listen at ListenBrainz: Second' })).toBeVisible();
});

test('shows names that are empty, long, right-to-left or emoji as they are', async () => {
  const long = 'w'.repeat(2_000);
  open([
    aRelease('1', '', { artists: [anArtist('9', '')] }),
    aRelease('2', long),
    aRelease('3', 'إيقاع'),
    aRelease('4', '👩‍👩‍👧‍👦'),
    aRelease('5', '<img src=x onerror=alert(1)>', { artists: [], artistCredit: 'Various <b>Artists</b>' }),
    aRelease('6', 'A link that browsers must not open', { url: 'javascript:alert(1)' }),
  ]);
  expect(await screen.findByRole('heading', { name: 'Release without a name' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Artist without a name' })).toBeVisible();
  for (const name of [long, 'إيقاع', '👩‍👩‍👧‍👦', '<img src=x onerror=alert(1)>']) {
    expect(screen.getByRole('heading', { name })).toHaveAttribute('dir', 'auto');
  }
  expect(screen.getByText('Various <b>Artists</b>')).toBeVisible();
  expect(screen.queryByRole('link', { name: /browsers must not open/ })).toBeNull();
});

test('names three artists of a collection, and counts the others', async () => {
  open([aRelease('1', 'All', { artists: [1, 2, 3, 4, 5].map((id) => anArtist(`${id}`, `Artist ${id}`)) })]);
  const all = await entry('All');
  expect(all.getAllByRole('link', { name: /^Artist/ })).toHaveLength(3);
  expect(all.getByText('and 2 more')).toBeVisible();
});

test('loads covers only after the member has turned them on, lazily and without a referrer', async () => {
  const { container, unmount } = open([aRelease('5', 'Tide'), aRelease('6', 'Bare', { coverUrl: null })]);
  const covers = () => [...document.querySelectorAll('img')];
  const covered = await screen.findByRole('switch', { name: 'Show covers' });
  expect(covered).not.toBeChecked();
  expect(covers()).toEqual([]);

  await userEvent.click(covered);
  expect(covers()).toHaveLength(1);
  const [cover] = covers();
  expect(cover).toHaveAttribute('src', 'https://i.scdn.co/image/5');
  expect(cover).toHaveAttribute('loading', 'lazy');
  expect(cover).toHaveAttribute('referrerpolicy', 'no-referrer');
  expect(cover).toHaveAttribute('alt', '');

  unmount();
  open([aRelease('5', 'Tide')]);
  expect(await screen.findByRole('switch', { name: 'Show covers' })).toBeChecked();
  expect(covers()).toHaveLength(1);
  await userEvent.click(screen.getByRole('switch', { name: 'Show covers' }));
  expect(covers()).toEqual([]);
  expect(container).toBeEmptyDOMElement();
});

test('a cover that does not load gives way to the sleeve', async () => {
  open([aRelease('5', 'Tide')]);
  await userEvent.click(await screen.findByRole('switch', { name: 'Show covers' }));
  const cover = document.querySelector('img');
  if (!cover) throw new Error('There is no cover.');
  fireEvent.error(cover);
  expect(document.querySelector('img')).toBeNull();
  expect(screen.getByText('T')).toBeVisible();
});

test('has filters and search in the address', async () => {
  const { router } = open([aRelease('5', 'Tide')], '/out-now?genre=JAZZ&source=SPOTIFY&after=abc');
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Search' }), 'tide{Enter}');
  await expect.poll(() => router.state.location.search).toBe('?search=tide&genre=JAZZ&source=SPOTIFY');
  await expect.poll(() => server.calls('NewReleasesPage')).toHaveLength(2);
  const page = { genre: 'JAZZ', source: 'SPOTIFY', first: 20, last: null, before: null };
  expect(server.calls('NewReleasesPage')).toEqual([
    { ...page, search: null, after: 'abc' },
    { ...page, search: 'tide', after: null },
  ]);
});

test('ignores filters that it does not know', async () => {
  open([aRelease('5', 'Tide')], '/out-now?genre=POLKA&source=toString');
  await entry('Tide');
  expect(server.calls('NewReleasesPage')[0]).toMatchObject({ genre: null, source: null });
});

test('has pages', async () => {
  const { router } = open([aRelease('5', 'Tide')], '/out-now?genre=JAZZ', {
    hasNextPage: true,
    endCursor: 'end',
  });
  await userEvent.click(await screen.findByRole('link', { name: 'Next' }));
  await expect.poll(() => router.state.location.search).toBe('?genre=JAZZ&after=end');
});

test.each([
  ['/out-now', 'No releases yet. New ones are copied from music services during the day.'],
  ['/out-now?genre=POP', 'No release fits these filters.'],
])('says at %s that there is nothing', async (path, words) => {
  open([], path);
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.queryByRole('switch', { name: 'Show covers' })).toBeNull();
});

test.each([
  ['INVALID_CURSOR', 'The link to this page of the list is not valid any more.', '/out-now?genre=POP'],
  ['INVALID_RELEASE_SEARCH', 'Search for at least 3 letters.', '/out-now'],
])('shows the way on after %s', async (code, words, way) => {
  server.on('NewReleasesPage', () => refusal(code, 'Search for at least 3 letters.'));
  renderRoutes(releasesRoutes, '/out-now?genre=POP&after=x');
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByRole('link', { name: /^Go to/ })).toHaveAttribute('href', way);
  expect(screen.getByRole('link', { name: 'Yours' })).toBeVisible();
});

test.each(failures)('says what happened if the server answers %s', async (_, answer, words) => {
  server.on('NewReleasesPage', answer);
  renderRoutes((client) => [{ ErrorBoundary: PageError, children: releasesRoutes(client) }], '/out-now');
  expect(await screen.findByText(words)).toBeVisible();
});

test('follows an artist by keyboard, and stops', async () => {
  let followed = false;
  server.on('FollowArtist', () => {
    followed = true;
    return payload('followArtist');
  });
  server.on('UnfollowArtist', () => {
    followed = false;
    return payload('unfollowArtist');
  });
  server.on('FollowedArtist', () => ({ data: { artist: anArtist('1', 'Ada', { followed }) } }));
  open([aRelease('5', 'Tide'), aRelease('6', 'Another')]);
  const [follow, same] = await screen.findAllByRole('button', { name: 'Follow Ada', pressed: false });
  follow?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => follow).toHaveAttribute('aria-pressed', 'true');
  expect(same).toHaveAttribute('aria-pressed', 'true');
  expect(follow).toHaveFocus();

  await userEvent.keyboard(' ');
  await expect.poll(() => follow).toHaveAttribute('aria-pressed', 'false');
  expect(server.calls('UnfollowArtist')).toEqual([{ artistId: '1' }]);
});

test.each<[string, () => ReturnType<typeof payload> | Response, RegExp]>([
  [
    'too many',
    () => payload('followArtist', [{ code: 'TOO_MANY_ARTISTS', message: 'You follow the largest number.' }]),
    /largest number/,
  ],
  [
    'signed out',
    () => payload('followArtist', [{ code: 'NOT_LOGGED_IN', message: 'Not logged in.' }]),
    /You are signed out/,
  ],
  ['500', () => Response.json({}, { status: 500 }), /The server has a problem/],
])('says why an artist is not followed: %s', async (_, answer, words) => {
  server.on('FollowArtist', answer);
  open([aRelease('5', 'Tide')]);
  await userEvent.click(await screen.findByRole('button', { name: 'Follow Ada' }));
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Follow Ada', pressed: false })).toBeVisible();
});

test('leads to the artists', async () => {
  server.on('ArtistsPage', () => ({ data: { artists: artists([anArtist('1', 'Ada')]) } }));
  open([aRelease('5', 'Tide')]);
  await userEvent.click(await screen.findByRole('link', { name: 'Artists' }));
  expect(await screen.findByRole('heading', { name: 'Artists' })).toBeVisible();
});
