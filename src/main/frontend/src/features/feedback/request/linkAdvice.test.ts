import { expect, test } from 'vitest';
import { linkAdvice } from './linkAdvice';

test.each([
  ['https://soundcloud.com/mira/salt', true, null],
  ['https://onedrive.live.com/?authkey=A&cid=C&id=I', true, null],
  ['https://www.dropbox.com/s/a/mix.wav', true, null],
  ['https://soundcloud.com/mira', true, /profile/],
  ['https://soundcloud.com/mira/', true, /profile/],
  ['https://on.soundcloud.com/abc', false, /short link/],
  ['https://1drv.ms/u/s!abc', false, /short link/],
  ['https://m.soundcloud.com/mira/salt', false, /https:\/\/soundcloud\.com/],
  ['https://drive.google.com/drive/folders/x', false, /folder/],
  ['https://www.dropbox.com/home', true, /folder/],
  ['https://www.dropbox.com/sh/abc/def', true, /folder/],
  ['https://onedrive.live.com/about', false, /nobody else/],
  ['https://tape.example/x', false, /SoundCloud, Google Drive, Dropbox and OneDrive/],
  ['http://soundcloud.com/mira/salt', false, /starts with https/],
  ['javascript:alert(1)', false, /starts with https/],
  ['soundcloud.com/mira/salt', false, /starts with https/],
  ['<b>salt</b>', false, /not a link/],
  ['my track', false, /not a link/],
])('advises on %s', (text, supported, expected) => {
  const advice = linkAdvice(text, supported);
  if (expected === null) expect(advice).toBeNull();
  else expect(advice).toMatch(expected);
});
