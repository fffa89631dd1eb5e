import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { Provider } from 'urql';
import { createClient } from '@/app/createClient';
import { aTrack } from '@/features/track/track.fixtures';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { LinkPreview } from './LinkPreview';
import { mediaInfo } from './request.fixtures';

let server: FakeServer;

const link = 'https://soundcloud.com/mira/salt-flats';
const place = 'Here you can try how your group will hear it.';

beforeEach(() => {
  server = fakeServer();
  server.on('LinkPreview', ({ mediaUrl }) => mediaInfo(mediaUrl));
});

function renderPreview(typed: string, stored?: string) {
  const client = createClient();
  const preview = (link: string) => (
    <Provider value={client}>
      <LinkPreview link={link} field="mediaUrl" stored={stored} />
    </Provider>
  );
  const { rerender } = render(preview(typed));
  return (next: string) => {
    rerender(preview(next));
  };
}

test('plays a link that the server knows', async () => {
  renderPreview(`${link}/s-9fKq2`);
  expect(await screen.findByText(/SoundCloud, private link/)).toHaveTextContent(
    'SoundCloud, private link: Salt flats',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Load the SoundCloud player' }));
  expect(screen.getByTitle('SoundCloud player')).toBeVisible();
});

test('asks the server once for a link that is typed', async () => {
  const type = renderPreview('');
  for (let length = 1; length <= link.length; length++) type(link.slice(0, length));
  expect(await screen.findByText('Salt flats')).toBeVisible();
  expect(server.calls('LinkPreview')).toEqual([{ mediaUrl: link }]);
});

test('says why the server refuses a link', async () => {
  renderPreview('https://tape.example/x');
  expect(await screen.findByText(/We do not know this kind of link/)).toBeVisible();
  expect(screen.getByText(place)).toBeVisible();
});

test('says that the link of the request can be kept, whatever new requests can have', async () => {
  const type = renderPreview('https://tape.example/x', 'https://tape.example/x');
  expect(await screen.findByText('You can keep this link. A new request cannot have it.')).toBeVisible();
  type('https://tape.example/y');
  expect(await screen.findByText(/We do not know this kind of link/)).toBeVisible();
});

test.each([
  [true, 'This short link plays here later'],
  [false, 'This link does not play here'],
])('says when a short link plays, if its track is looked up later: %s', async (resolvedLater, words) => {
  const url = 'https://on.soundcloud.com/AbC123';
  const player = { __typename: 'Player', kind: 'LINK', address: null };
  server.on('LinkPreview', () => ({
    data: {
      mediaInfo: {
        __typename: 'MediaInfo',
        track: aTrack(url, { player }),
        refusal: null,
        resolvedLater,
      },
    },
  }));
  renderPreview(url);
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByRole('link', { name: /Open it there/ })).toHaveAttribute('href', url);
});

test('takes the player away with the link', async () => {
  const type = renderPreview(link);
  expect(await screen.findByRole('button', { name: 'Load the SoundCloud player' })).toBeVisible();
  type('');
  expect(screen.getByText(place)).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(/^$/);
});

test('stays in place if the server does not answer', async () => {
  server.on('LinkPreview', () => new Response('', { status: 500 }));
  renderPreview(link);
  await waitFor(() => {
    expect(server.calls('LinkPreview')).toHaveLength(1);
  });
  expect(screen.getByText(place)).toBeVisible();
});
