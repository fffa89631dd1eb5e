import { render, screen, fireEvent } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aTrack } from '@/features/track/track.fixtures';
import { TrackPlayer } from './TrackPlayer';

const soundCloud = aTrack('https://soundcloud.com/mira/salt-flats');
const dropbox = aTrack('https://www.dropbox.com/scl/fi/a1/mix.wav?rlkey=k', {
  source: 'DROPBOX',
  sourceName: 'Dropbox',
  player: { kind: 'AUDIO', address: 'https://www.dropbox.com/scl/fi/a1/mix.wav?rlkey=k&raw=1' },
});

/** A track that no player plays. */
const linkOnly = (url: string) => aTrack(url, { player: { kind: 'LINK', address: null } });

/** A request as a query answers it. Its fragment is masked for all but the player. */
function request(track: ReturnType<typeof aTrack> | null) {
  return { ' $fragmentRefs': {}, id: 1, genre: 'POP', track } as never;
}

test('loads nothing from the service before the press', () => {
  const { container } = render(<TrackPlayer request={request(soundCloud)} />);
  expect(container.querySelectorAll('iframe, audio, img')).toHaveLength(0);
  expect(screen.getByText(/Until you load it, SoundCloud does not know that you are here/)).toBeVisible();
});

test('loads the player of the service by keyboard, and moves the focus to it', async () => {
  const user = userEvent.setup();
  render(<TrackPlayer request={request(soundCloud)} />);
  await user.tab();
  expect(screen.getByRole('button', { name: 'Load the SoundCloud player' })).toHaveFocus();
  await user.keyboard('{Enter}');
  const frame = screen.getByTitle('SoundCloud player');
  expect(frame).toHaveFocus();
  expect(frame).toHaveAttribute('src', expect.stringContaining('https://w.soundcloud.com/player/'));
  expect(frame).toHaveAttribute('referrerpolicy', 'strict-origin-when-cross-origin');
  expect(frame).toHaveAttribute('allow', 'autoplay');
  expect(frame.getAttribute('sandbox')).not.toContain('allow-top-navigation');
});

test('opens the page of the track without telling it where the member comes from', () => {
  render(<TrackPlayer request={request(soundCloud)} />);
  const link = screen.getByRole('link', { name: 'Open it there instead' });
  expect(link).toHaveAttribute('href', soundCloud.url);
  expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow ugc');
});

test('plays a file at Dropbox in the page, and says when it does not play', async () => {
  render(<TrackPlayer request={request(dropbox)} />);
  await userEvent.click(screen.getByRole('button', { name: 'Load the Dropbox player' }));
  const audio = screen.getByLabelText('Dropbox player');
  expect(audio).toHaveAttribute('src', 'https://www.dropbox.com/scl/fi/a1/mix.wav?rlkey=k&raw=1');
  fireEvent.error(audio);
  expect(screen.getByRole('status')).toHaveTextContent('This file does not play here.');
  expect(screen.getByRole('link', { name: 'Open it there instead' })).toBeVisible();
});

test('shows a track that no player plays as a link', () => {
  render(<TrackPlayer request={request(linkOnly('https://on.soundcloud.com/AbC'))} />);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open it there' })).toHaveAttribute(
    'href',
    'https://on.soundcloud.com/AbC',
  );
});

test.each(['javascript:alert(1)', 'http://soundcloud.com/a/b', 'not a link'])(
  'makes no link of %s',
  (mediaUrl) => {
    render(<TrackPlayer request={request(linkOnly(mediaUrl))} />);
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByText(mediaUrl)).toBeVisible();
  },
);

test('says that a trackless request has no track', () => {
  render(<TrackPlayer request={request(null)} />);
  expect(screen.getByText('There is no track to play.')).toBeVisible();
});

test('starts again with the button if the track changes', async () => {
  const { rerender } = render(<TrackPlayer request={request(soundCloud)} />);
  await userEvent.click(screen.getByRole('button'));
  rerender(<TrackPlayer request={request(dropbox)} />);
  expect(screen.getByRole('button', { name: 'Load the Dropbox player' })).toBeVisible();
});
