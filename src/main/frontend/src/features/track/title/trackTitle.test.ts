import { expect, test } from 'vitest';
import { sourceOfLink } from '@/features/track/source/mediaSource';
import { trackInSentence, trackTitle } from './trackTitle';

test.each([
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/salt-flats-rough', 'Salt flats rough'],
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/salt-flats/s-9fKq2Lx', 'Salt flats'],
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/sets/night-bus', 'Night bus'],
  ['SOUNDCLOUD', 'https://on.soundcloud.com/AbC123', 'Track on SoundCloud'],
  ['SOUNDCLOUD', 'https://soundcloud.com/mira', 'Mira'],
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/', 'Mira'],
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/%D9%83%D9%84-%D8%A7%D9%84%D9%85%D8%AF%D9%86', 'كل المدن'],
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/%E0%A4%A', '%E0%A4%A'],
  ['DROPBOX', 'https://www.dropbox.com/s/demo0001/iron-orchard_mix3.wav?dl=0', 'Iron orchard mix3'],
  ['DROPBOX', 'https://www.dropbox.com/scl/fi/abc/Big%20Room.final.mp3?rlkey=k', 'Big Room.final'],
  ['DROPBOX', 'https://www.dropbox.com/home', 'Track on Dropbox'],
  ['GOOGLEDRIVE', 'https://drive.google.com/file/d/abc123/view', 'Track on Google Drive'],
  ['ONEDRIVE', 'https://onedrive.live.com/?authkey=A&cid=C&id=I', 'Track on OneDrive'],
  ['YOUTUBE', 'https://www.youtube.com/watch?v=abcDEF123-_', 'Track on YouTube'],
  ['BANDCAMP', 'https://mira.bandcamp.com/track/salt-flats', 'Salt flats'],
  ['TAPE', 'https://tape.example/x', 'Track on tape.example'],
  ['TAPE', 'javascript:alert(1)', 'Track on another site'],
  ['SOUNDCLOUD', `https://soundcloud.com/mira/${'🎧'.repeat(81)}`, `${'🎧'.repeat(79)}…`],
])('the title of a %s track at %s is %s', (source, url, title) => {
  expect(trackTitle({ url, source })).toBe(title);
});

test('says that there is no track', () => {
  expect(trackTitle(null)).toBe('No track');
});

test('prefers the title at the service', () => {
  const track = { url: 'https://soundcloud.com/mira/track-17', source: 'SOUNDCLOUD' };
  expect(trackTitle({ ...track, title: 'Salt flats' })).toBe('Salt flats');
  expect(trackTitle({ ...track, title: null })).toBe('Track 17');
});

test.each([
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/salt-flats/s-9fKq2Lx', 'SoundCloud, private link'],
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/s-and-m', 'SoundCloud'],
  ['SOUNDCLOUD', 'https://soundcloud.com/mira/salt-flats', 'SoundCloud'],
  ['DROPBOX', 'https://www.dropbox.com/s/a/s-b', 'Dropbox'],
  ['TAPE', 'https://tape.example/x', null],
])('names the source of a %s link %s', (source, url, name) => {
  expect(sourceOfLink({ url, source })).toBe(name);
});

test('names a track without a title by its service within a sentence', () => {
  const track = { url: 'https://drive.google.com/file/d/abc123/view', source: 'GOOGLEDRIVE' };
  expect(trackInSentence(track, 'your')).toBe('your track on Google Drive');
  expect(trackInSentence({ ...track, url: 'not a link' }, 'the')).toBe('the track on Google Drive');
  const titled = { url: 'https://soundcloud.com/mira/salt-flats', source: 'SOUNDCLOUD' };
  expect(trackInSentence(titled, 'the')).toBe('Salt flats');
});
