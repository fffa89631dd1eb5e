import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { aMember, payload, signedInAs } from '@/test/account';
import { loadViewer } from '@/features/account/viewer/viewer';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';
import { VerifyAddressNotice } from './VerifyAddressNotice';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
});

function renderNotice(path = '/') {
  return renderRoutes(
    (client) => [
      {
        path: '*',
        loader: () => loadViewer(client),
        element: (
          <>
            <h1>A page</h1>
            <VerifyAddressNotice />
          </>
        ),
      },
    ],
    path,
  );
}

test('says what is not possible until the link is opened', async () => {
  signedInAs(server, aMember({ emailVerified: false }));
  renderNotice();

  expect(await screen.findByText(/Until you open the link we mailed to/)).toHaveTextContent(
    'mira@post.example, you cannot ask for feedback, and no mails about groups come.',
  );
});

test('says only that no mails come if a request needs no verified address', async () => {
  signedInAs(server, aMember({ emailVerified: false, verifiedAddressNeededFor: 'MAILS' }));
  renderNotice();

  expect(await screen.findByText(/Until you open the link we mailed to/)).toHaveTextContent(
    'mira@post.example, no mails about your requests and groups come.',
  );
});

test('says that mail servers refuse the address, and what to do', async () => {
  signedInAs(server, aMember({ emailRefused: true }));
  renderNotice();

  expect(await screen.findByText(/has refused our last mails/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'settings' })).toHaveAttribute('href', '/settings');
  expect(screen.getByRole('button', { name: 'Send a link' })).toBeInTheDocument();
});

test.each([
  ['members with a verified address', '/', aMember()],
  ['visitors', '/', null],
  ['the settings, which say so themselves', '/settings', aMember({ emailVerified: false })],
])('is not shown to %s', async (_, path, member) => {
  signedInAs(server, member);
  renderNotice(path);

  await screen.findByRole('heading', { name: 'A page' });
  expect(screen.queryByText(/Until you open the link/)).not.toBeInTheDocument();
});

test('repeats what the server says about a rate limit', async () => {
  signedInAs(server, aMember({ emailVerified: false }));
  server.on('MailVerificationLink', () =>
    payload('requestEmailVerification', [
      { code: 'TOO_MANY_ATTEMPTS', message: 'Too many attempts. Try again in 10 minutes.' },
    ]),
  );
  renderNotice();
  await userEvent.click(await screen.findByRole('button', { name: 'Send the link again' }));

  expect(await screen.findByText('Too many attempts. Try again in 10 minutes.')).toBeInTheDocument();
});

test('ends if the link was opened elsewhere', async () => {
  signedInAs(server, aMember({ emailVerified: false }));
  server.on('MailVerificationLink', () =>
    payload('requestEmailVerification', [
      { code: 'ALREADY_VERIFIED', message: 'Your email address is confirmed already.' },
    ]),
  );
  renderNotice();
  const button = await screen.findByRole('button', { name: 'Send the link again' });
  signedInAs(server, aMember());
  await userEvent.click(button);

  await expect.poll(() => screen.queryByText(/Until you open the link/)).toBeNull();
});
