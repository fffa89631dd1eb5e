import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { aRelease, anArtist, artists, releases } from '@/features/releases/releases.fixtures';
import { releasesRoutes } from '@/features/releases/routes';
import { payload } from '@/test/account';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
});

test('an artist has a page with their releases, and can be followed', async () => {
  server.on('ArtistPage', () => ({
    data: { artist: anArtist('7', 'Ada'), newReleases: releases([aRelease('5', 'Tide')]) },
  }));
  server.on('FollowArtist', () => payload('followArtist'));
  server.on('FollowedArtist', () => ({ data: { artist: anArtist('7', 'Ada', { followed: true }) } }));
  renderRoutes(releasesRoutes, '/out-now/artists/7?after=abc');
  expect(await screen.findByRole('heading', { name: 'Ada' })).toBeVisible();
  expect(server.calls('ArtistPage')).toEqual([
    { id: '7', first: 20, after: 'abc', last: null, before: null },
  ]);
  expect(screen.getByRole('heading', { name: 'Tide' })).toBeVisible();
  const link = screen.getByRole('link', { name: 'The artist at Spotify' });
  expect(link).toHaveAttribute('href', 'https://open.spotify.com/artist/a7');
  expect(link).toHaveAttribute('rel', 'noopener noreferrer');

  await userEvent.click(screen.getByRole('button', { name: 'Follow' }));
  expect(await screen.findByRole('button', { name: 'Stop following' })).toBeVisible();
});

test('an artist without a page at the service, without a name and without releases is shown', async () => {
  server.on('ArtistPage', () => ({
    data: { artist: anArtist('7', ' ', { url: null, followed: true }), newReleases: releases([]) },
  }));
  renderRoutes(releasesRoutes, '/out-now/artists/7');
  expect(await screen.findByRole('heading', { name: 'Artist without a name' })).toBeVisible();
  expect(screen.queryByRole('link', { name: /The artist at/ })).toBeNull();
  expect(screen.getByText(/Nothing of this artist is out/)).toBeVisible();
});

test.each(['7', 'x', '-1', '99999999999999999999'])('there is no artist %s', async (id) => {
  server.on('ArtistPage', () => ({ data: { artist: null, newReleases: releases([]) } }));
  renderRoutes(releasesRoutes, `/out-now/artists/${id}`);
  expect(await screen.findByRole('heading', { name: 'Nothing here' })).toBeVisible();
  expect(server.calls('ArtistPage')).toHaveLength(id === '7' ? 1 : 0);
});

test('artists are found by name, service and whether one follows them', async () => {
  server.on('ArtistsPage', () => ({
    data: { artists: artists([anArtist('1', 'Ada'), anArtist('2', 'إيقاع', { source: 'LISTENBRAINZ' })]) },
  }));
  renderRoutes(releasesRoutes, '/out-now/artists?search=ada&source=SPOTIFY&followed=true');
  expect(await screen.findByRole('link', { name: 'Ada' })).toHaveAttribute('href', '/out-now/artists/1');
  expect(screen.getByRole('link', { name: 'إيقاع' })).toBeVisible();
  expect(server.calls('ArtistsPage')).toEqual([
    { search: 'ada', source: 'SPOTIFY', followed: true, first: 20, after: null, last: null, before: null },
  ]);
});

test.each([
  ['', /No artists yet/],
  ['?followed=true', /You follow no artist yet/],
  ['?search=xyz', 'No artist fits these filters.'],
])('the list of artists%s says that it is empty', async (search, words) => {
  server.on('ArtistsPage', () => ({ data: { artists: artists([]) } }));
  renderRoutes(releasesRoutes, `/out-now/artists${search}`);
  expect(await screen.findByText(words)).toBeVisible();
});
