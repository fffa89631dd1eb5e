import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { visitorRoutes } from '@/features/account/routes';
import { failures, fakeLocation, payload, signedInAs } from '@/test/account';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
  fakeLocation();
  signedInAs(server, null);
});

async function ask(email: string) {
  renderRoutes(visitorRoutes, '/forgotten-password');
  await userEvent.type(await screen.findByLabelText('Email address'), `${email}{Enter}`);
}

test('answers without telling whether the address has an account, and can send again', async () => {
  server.on('MailPasswordReset', () => payload('requestPasswordReset'));
  await ask('mira@post.example');

  expect(
    await screen.findByText(/If this address has an account, a mail with a link is on its way/),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Send it again' }));
  expect(server.calls('MailPasswordReset')).toEqual([
    { email: 'mira@post.example' },
    { email: 'mira@post.example' },
  ]);
});

test('shows what is wrong with an address', async () => {
  server.on('MailPasswordReset', () =>
    payload('requestPasswordReset', [
      { code: 'INVALID_EMAIL', message: 'Please provide a valid email address.', argument: 'email' },
    ]),
  );
  await ask('mira');

  expect(await screen.findByText('Please provide a valid email address.')).toBeInTheDocument();
  expect(screen.getByLabelText('Email address')).toHaveFocus();
});

test.each(failures)('says it in words if the server answers %s', async (_, answer, words) => {
  server.on('MailPasswordReset', answer);
  await ask('mira@post.example');

  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(screen.queryByText(/on its way/)).not.toBeInTheDocument();
});
