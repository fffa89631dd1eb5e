import { beforeEach, expect, test, vi } from 'vitest';
import { setSignedInAs } from '@/api/signedInAs';
import { signOut } from './signOut';

const assign = vi.fn();
const mira = 'mira@post.example';

beforeEach(() => {
  setSignedInAs('7');
  vi.stubGlobal('location', { assign });
  assign.mockReset();
  localStorage.setItem('draft:mira@post.example:response-1', 'The kick');
  localStorage.setItem('draft:lucian@post.example:response-2', 'The bass');
  localStorage.setItem('theme', 'dark');
});

test('removes the drafts of the account and loads the start page', async () => {
  vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response('You are signed out.')));

  expect(await signOut(mira)).toBeNull();

  expect(Object.keys(localStorage).sort()).toEqual(['draft:lucian@post.example:response-2', 'theme']);
  expect(assign).toHaveBeenCalledExactlyOnceWith('/');
});

test('ends only the own session', async () => {
  const fetch = vi.fn().mockResolvedValue(new Response('Another member has signed in.', { status: 409 }));
  vi.stubGlobal('fetch', fetch);

  expect(await signOut(mira)).toBeNull();

  expect(fetch).toHaveBeenCalledExactlyOnceWith('/logout?member=7', expect.anything());
  expect(localStorage.getItem('draft:mira@post.example:response-1')).toBe('The kick');
  expect(assign).toHaveBeenCalledExactlyOnceWith('/');
});

test.each([
  ['has a problem', () => Promise.resolve(new Response('<html>', { status: 502 }))],
  ['did not answer', () => Promise.reject(new TypeError('Failed to fetch'))],
])('keeps the drafts if the server %s', async (reason, answer) => {
  vi.stubGlobal('fetch', answer);

  expect(await signOut(mira)).toContain(reason);

  expect(localStorage.getItem('draft:mira@post.example:response-1')).toBe('The kick');
  expect(assign).not.toHaveBeenCalled();
});
