import { expect, test } from 'vitest';
import { playerOf } from './playerOf';

const soundCloud = (path: string) =>
  `https://w.soundcloud.com/player/?url=${encodeURIComponent(`https://soundcloud.com${path}`)}&auto_play=true&show_teaser=false`;

test.each([
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/salt', soundCloud('/mira/salt')],
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/salt/s-9f?utm_source=x&si=1', soundCloud('/mira/salt/s-9f')],
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/a%26auto_play=no', soundCloud('/mira/a%26auto_play=no')],
  [
    'GOOGLEDRIVE',
    'https://drive.google.com/file/d/a-b_C1/view?usp=sharing',
    'https://drive.google.com/file/d/a-b_C1/preview',
  ],
  [
    'GOOGLEDRIVE',
    'https://drive.google.com/file/u/0/d/a1/edit',
    'https://drive.google.com/file/d/a1/preview',
  ],
  [
    'GOOGLEDRIVE',
    'https://drive.google.com/file/d/a1/view?resourcekey=0-x%2Fy',
    'https://drive.google.com/file/d/a1/preview?resourcekey=0-x%2Fy',
  ],
  [
    'ONEDRIVE',
    'https://onedrive.live.com/?authkey=%21AK&cid=C1&id=C1%21105',
    'https://onedrive.live.com/embed?cid=C1&resid=C1%21105&authkey=%21AK',
  ],
  [
    'ONEDRIVE',
    'https://onedrive.live.com/redir?resid=C1!105&cid=C1&authkey=AK',
    'https://onedrive.live.com/embed?cid=C1&resid=C1%21105&authkey=AK',
  ],
  ['DROPBOX', 'https://www.dropbox.com/s/a1/mix.wav?dl=0', 'https://www.dropbox.com/s/a1/mix.wav?raw=1'],
  ['DROPBOX', 'https://dropbox.com/s/a1/mix.wav', 'https://www.dropbox.com/s/a1/mix.wav?raw=1'],
  [
    'DROPBOX',
    'https://www.dropbox.com/scl/fi/a1/mix.wav?rlkey=k&st=x&dl=0',
    'https://www.dropbox.com/scl/fi/a1/mix.wav?raw=1&rlkey=k',
  ],
])('plays the %s link %s', (mediaType, mediaUrl, address) => {
  expect(playerOf(mediaUrl, mediaType)).toMatchObject({ address });
});

test.each([
  ['SOUNDCLOUD', 'https://soundcloud.com/mira'],
  ['SOUNDCLOUD', 'https://soundcloud.com.evil.example/mira/salt'],
  ['GOOGLEDRIVE', 'https://drive.google.com/file/x'],
  ['ONEDRIVE', 'https://onedrive.live.com/?authkey=A&cid=C'],
  ['DROPBOX', 'https://www.dropbox.com/home'],
  ['DROPBOX', 'https://www.dropbox.com/sh/folder/key'],
  ['DROPBOX', 'http://www.dropbox.com/s/a1/mix.wav'],
  ['TAPE', 'https://tape.example/x'],
  [null, 'https://soundcloud.com/mira/salt'],
  ['SOUNDCLOUD', 'javascript:alert(1)'],
  ['SOUNDCLOUD', 'not a link'],
])('has no player for the %s link %s', (mediaType, mediaUrl) => {
  expect(playerOf(mediaUrl, mediaType)).toEqual({ kind: 'none' });
});

test('gives the frame of a service what it needs, and never our window', () => {
  const drive = playerOf('https://drive.google.com/file/d/a1/view', 'GOOGLEDRIVE');
  expect(drive).toMatchObject({
    allow: 'autoplay',
    sandbox: expect.stringContaining('allow-forms') as unknown,
  });
  expect(JSON.stringify(drive)).not.toContain('allow-top-navigation');
});
