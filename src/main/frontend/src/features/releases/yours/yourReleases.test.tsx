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

function open(answer: () => { chosenGenres: string[]; follows?: boolean; nodes: Record<string, unknown>[] }) {
  server.on('YourReleasesPage', () => {
    const { chosenGenres, follows = false, nodes } = answer();
    return {
      data: {
        chosenGenres,
        artists: artists(follows ? [anArtist('1', 'Ada')] : []),
        myReleases: releases(nodes),
      },
    };
  });
  return renderRoutes(releasesRoutes, '/out-now/yours');
}

const genre = (name: string) => screen.findByRole('checkbox', { name });

test('choosing genres loads the releases again', async () => {
  let chosenGenres = ['JAZZ'];
  server.on('ChooseGenres', ({ genres }) => {
    chosenGenres = genres as string[];
    return payload('chooseGenres');
  });
  open(() => ({ chosenGenres, nodes: chosenGenres.includes('POP') ? [aRelease('5', 'Pop song')] : [] }));
  expect(await genre('Jazz')).toBeChecked();
  await userEvent.click(await genre('Jazz'));
  await userEvent.click(await genre('Pop'));
  await userEvent.click(screen.getByRole('button', { name: 'Save genres' }));
  expect(await screen.findByRole('heading', { name: 'Pop song' })).toBeVisible();
  expect(await screen.findByText('Saved.')).toBeVisible();
  expect(server.calls('ChooseGenres')).toEqual([{ genres: ['POP'] }]);
  expect(await genre('Pop')).toBeChecked();
  expect(await genre('Jazz')).not.toBeChecked();
});

test('keeps the choice if the server does not answer', async () => {
  server.on('ChooseGenres', () => Promise.reject(new TypeError('Failed to fetch')));
  open(() => ({ chosenGenres: [], nodes: [] }));
  await userEvent.click(await genre('Hip-Hop/Rap'));
  await userEvent.click(screen.getByRole('button', { name: 'Save genres' }));
  expect(await screen.findByText(/The server did not answer/)).toBeVisible();
  expect(await genre('Hip-Hop/Rap')).toBeChecked();
});

test.each([
  [{ chosenGenres: [], follows: false }, /You follow no artist and have chosen no genre yet/],
  [{ chosenGenres: ['POP'], follows: false }, /Nothing is out yet/],
  [{ chosenGenres: [], follows: true }, /Nothing is out yet/],
])('says with %o why there is nothing', async (interests, words) => {
  open(() => ({ ...interests, nodes: [] }));
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByRole('link', { name: 'artists that you follow' })).toHaveAttribute(
    'href',
    '/out-now/artists?followed=true',
  );
});
