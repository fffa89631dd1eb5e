import { expect, test } from 'vitest';
import { framePermissions } from './framePermissions';

test('gives the frame of a service what it needs', () => {
  expect(framePermissions('GOOGLEDRIVE').sandbox).toContain('allow-forms');
  expect(framePermissions('YOUTUBE').allow).toContain('encrypted-media');
  expect(framePermissions('SOUNDCLOUD').allow).toBe('autoplay');
});

test.each(['SOUNDCLOUD', 'GOOGLEDRIVE', 'YOUTUBE', 'TAPE'])('never gives our window to %s', (source) => {
  expect(framePermissions(source).sandbox).not.toContain('allow-top-navigation');
});
