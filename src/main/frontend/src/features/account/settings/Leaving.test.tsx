import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { accountRoutes } from '@/features/account/routes';
import { aMember, failures, fakeLocation, payload, signedInAs } from '@/test/account';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';

let server: FakeServer;
let assign: ReturnType<typeof vi.fn>;

beforeEach(() => {
  server = fakeServer();
  ({ assign } = fakeLocation());
  signedInAs(server, aMember());
  localStorage.setItem('draft:mira@post.example:response-1', '{"text":"The kick","savedAt":"2026-11-29"}');
});

async function open(button: string) {
  renderRoutes(accountRoutes, '/settings');
  await userEvent.click(await screen.findByRole('button', { name: button }));
}

test('downloads the data of the member as a file', async () => {
  const files: Blob[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (file: Blob) => {
        files.push(file);
        return 'blob:data';
      },
      revokeObjectURL: () => undefined,
    }),
  );
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  vi.setSystemTime('2026-11-29T12:00:00Z');
  server.on('MyData', () => ({ data: { exportMyData: { account: { email: 'mira@post.example' } } } }));
  await open('Download my data');

  expect(await screen.findByText('Your browser has the file now.')).toBeInTheDocument();
  expect(names).toEqual(['hows-my-track-2026-11-29.json']);
  expect(JSON.parse((await files[0]?.text()) ?? '')).toEqual({ account: { email: 'mira@post.example' } });
  vi.useRealTimers();
});

test.each(failures)('says why there is no file if the server answers %s', async (_, answer, words) => {
  server.on('MyData', answer);
  await open('Download my data');

  expect(await screen.findByText(words)).toBeInTheDocument();
});

test('ends all sessions, and removes the drafts of this browser', async () => {
  server.on('EndSessions', () => payload('signOutEverywhere'));
  await open('Sign out everywhere');

  await vi.waitFor(() => {
    expect(assign).toHaveBeenCalledExactlyOnceWith('/');
  });
  expect(localStorage).toHaveLength(0);
});

test.each(failures)('keeps session and drafts if the server answers %s', async (_, answer, words) => {
  server.on('EndSessions', answer);
  await open('Sign out everywhere');

  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(localStorage).toHaveLength(1);
  expect(assign).not.toHaveBeenCalled();
});

function leaving() {
  return within(screen.getByRole('region', { name: 'Leave' }));
}

test('deletes the account once the password confirms it', async () => {
  server.on('Leave', () => payload('deleteAccount'));
  await open('Delete my account');

  expect(leaving().getByText(/stay with those who got them, without an author/)).toBeInTheDocument();
  expect(leaving().getByLabelText('Your password')).toHaveFocus();
  await userEvent.keyboard('four unrelated words{Enter}');

  await vi.waitFor(() => {
    expect(assign).toHaveBeenCalledExactlyOnceWith('/?account=deleted');
  });
  expect(server.calls('Leave')).toEqual([{ password: 'four unrelated words' }]);
  expect(localStorage).toHaveLength(0);
});

test('keeps the account, and the focus in its place', async () => {
  await open('Delete my account');

  await userEvent.click(leaving().getByRole('button', { name: 'Keep my account' }));

  expect(leaving().queryByLabelText('Your password')).not.toBeInTheDocument();
  expect(leaving().getByRole('button', { name: 'Delete my account' })).toHaveFocus();
});

test.each([
  ['WRONG_PASSWORD', 'That is not your present password.', 'That is not your password.'],
  [
    'OPERATOR_ACCOUNT',
    'You are an operator. Give up the role before you delete your account.',
    'You are an operator. Give up the role before you delete your account.',
  ],
])('stays after %s', async (code, message, words) => {
  server.on('Leave', () => payload('deleteAccount', [{ code, message }]));
  await open('Delete my account');
  await userEvent.keyboard('abc{Enter}');

  expect(await leaving().findByText(words)).toBeInTheDocument();
  expect(localStorage).toHaveLength(1);
  expect(assign).not.toHaveBeenCalled();
});
