import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { visitorRoutes } from '@/features/account/routes';
import { failures, fakeLocation, payload, refusal, sessionLasts, signedInAs } from '@/test/account';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';

let server: FakeServer;
let assign: ReturnType<typeof vi.fn>;

beforeEach(() => {
  server = fakeServer();
  ({ assign } = fakeLocation());
  signedInAs(server, null);
  server.on('Register', () => payload('registerUser'));
  server.on('SignIn', () => ({
    data: { tokenAuth: { __typename: 'TokenAuthPayload', refreshExpiresIn: 1 } },
  }));
  sessionLasts(server);
});

async function register(email: string, password: string) {
  renderRoutes(visitorRoutes, '/register');
  await userEvent.click(await screen.findByLabelText('Email address'));
  await userEvent.paste(email);
  await userEvent.click(screen.getByLabelText('Password'));
  await userEvent.paste(password);
  await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
}

test('signs in and leads to the start page', async () => {
  await register('mira@post.example', 'four unrelated words');

  await vi.waitFor(() => {
    expect(assign).toHaveBeenCalledExactlyOnceWith('/');
  });
  expect(server.calls('Register')).toEqual([
    { email: 'mira@post.example', password: 'four unrelated words' },
  ]);
  expect(server.calls('SignIn')).toHaveLength(1);
});

test('says what a good password is before it is refused', async () => {
  renderRoutes(visitorRoutes, '/register');

  expect(await screen.findByLabelText('Password')).toHaveAccessibleDescription(
    /At least 8 characters, not only digits/,
  );
});

// The server decides about each of these.
test.each([
  ['a password of two code points', '🎧🎛'],
  ['a short password', 'a'],
  ['digits', '12345678'],
  ['Arabic', 'كلمة مرور طويلة'],
  ['20,000 code points', '🎧'.repeat(20_000)],
])('refuses nothing itself: %s', async (_, password) => {
  await register('mira@post.example', password);

  await vi.waitFor(() => {
    expect(server.calls('Register')).toEqual([{ email: 'mira@post.example', password }]);
  });
});

test('shows refusals beside their fields', async () => {
  server.on('Register', () =>
    payload('registerUser', [
      { code: 'WEAK_PASSWORD', message: 'Please choose a more secure password.', argument: 'password' },
    ]),
  );
  await register('mira@post.example', '12345678');

  expect(await screen.findByText('Please choose a more secure password.')).toBeInTheDocument();
  expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/more secure password/);
  expect(screen.getByLabelText('Password')).toHaveFocus();
  expect(server.calls('SignIn')).toHaveLength(0);
});

test('offers the sign-in if the address has an account', async () => {
  server.on('Register', () =>
    payload('registerUser', [
      {
        code: 'EMAIL_TAKEN',
        message: 'An account for that email address already exists.',
        argument: 'email',
      },
    ]),
  );
  await register('mira@post.example', 'four unrelated words');

  expect(await screen.findByText('An account for that email address already exists.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in');
});

test('says that the account is ready if the sign-in fails', async () => {
  server.on('SignIn', () => refusal('TOO_MANY_ATTEMPTS', 'Too many attempts. Try again in 5 minutes.'));
  await register('mira@post.example', 'four unrelated words');

  expect(await screen.findByText(/Your account is ready.*Try again in 5 minutes/)).toBeInTheDocument();
  expect(assign).not.toHaveBeenCalled();
});

test.each(failures)('keeps what was typed if the server answers %s', async (_, answer, words) => {
  server.on('Register', answer);
  await register('mira@post.example', 'four unrelated words');

  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(screen.getByLabelText('Password')).toHaveValue('four unrelated words');
});
