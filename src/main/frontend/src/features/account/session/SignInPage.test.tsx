import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { visitorRoutes } from '@/features/account/routes';
import { aMember, failures, fakeLocation, refusal, sessionLasts, signedInAs } from '@/test/account';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';

let server: FakeServer;
let assign: ReturnType<typeof vi.fn>;

beforeEach(() => {
  server = fakeServer();
  ({ assign } = fakeLocation());
  signedInAs(server, null);
  server.on('SignIn', () => ({
    data: { tokenAuth: { __typename: 'TokenAuthPayload', refreshExpiresIn: 1 } },
  }));
  sessionLasts(server);
});

async function signIn(path = '/sign-in', password = 'four unrelated words') {
  const page = renderRoutes(visitorRoutes, path);
  await userEvent.type(await screen.findByLabelText('Email address'), 'mira@post.example');
  await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.keyboard('{Enter}');
  return page;
}

test.each([
  ['/sign-in', '/'],
  ['/sign-in?next=%2Fgroup%2F12%3Fpanel%3D3', '/group/12?panel=3'],
  ['/sign-in?next=https%3A%2F%2Fevil.example%2F', '/'],
  ['/sign-in?next=%2F%2Fevil.example', '/'],
])('%s leads to %s', async (path, next) => {
  await signIn(path);

  await vi.waitFor(() => {
    expect(assign).toHaveBeenCalledExactlyOnceWith(next);
  });
  expect(server.calls('SignIn')).toEqual([
    { username: 'mira@post.example', password: 'four unrelated words' },
  ]);
});

test('says in words that the credentials are wrong, and keeps the address for the way to a new password', async () => {
  server.on('SignIn', () => refusal('INVALID_CREDENTIALS', 'Please enter valid credentials'));
  const { router } = await signIn();

  expect(await screen.findByText(/Check both, or set a new password/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('link', { name: 'Set a new password' }));

  expect(await screen.findByRole('heading', { name: 'Forgotten password' })).toBeInTheDocument();
  expect(screen.getByLabelText('Email address')).toHaveValue('mira@post.example');
  expect(router.state.location.pathname).toBe('/forgotten-password');
  expect(assign).not.toHaveBeenCalled();
});

test('repeats what the server says about a rate limit', async () => {
  server.on('SignIn', () => refusal('TOO_MANY_ATTEMPTS', 'Too many attempts. Try again in 5 minutes.'));
  await signIn();

  expect(await screen.findByText('Too many attempts. Try again in 5 minutes.')).toBeInTheDocument();
});

test('says what to do if the browser does not keep the cookie', async () => {
  server.on('CheckSession', () => refusal('NO_SESSION', 'Signature has expired'));
  await signIn();

  expect(await screen.findByText(/does not keep the cookie of localhost.*Allow cookies/)).toBeInTheDocument();
  expect(assign).not.toHaveBeenCalled();
});

test('goes on if nobody can tell whether the browser keeps the cookie', async () => {
  server.on('CheckSession', () => new Response('<html>', { status: 502 }));
  await signIn();

  await vi.waitFor(() => {
    expect(assign).toHaveBeenCalledWith('/');
  });
});

test.each(failures)('keeps what was typed if the server answers %s', async (_, answer, words) => {
  server.on('SignIn', answer);
  await signIn();

  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(screen.getByLabelText('Email address')).toHaveValue('mira@post.example');
  expect(screen.getByLabelText('Password')).toHaveValue('four unrelated words');
});

test('sends one request for two clicks', async () => {
  let answer: (response: Response) => void = () => undefined;
  server.on('SignIn', () => new Promise<Response>((resolve) => (answer = resolve)));
  renderRoutes(visitorRoutes, '/sign-in');
  await userEvent.type(await screen.findByLabelText('Email address'), 'mira@post.example');

  await userEvent.dblClick(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.getByRole('button', { name: 'Signing in' })).toHaveAttribute('aria-busy', 'true');
  answer(Response.json(refusal('INVALID_CREDENTIALS', 'Please enter valid credentials')));

  await screen.findByText(/Check both/);
  expect(server.calls('SignIn')).toHaveLength(1);
});

test('leads signed-in members on', async () => {
  signedInAs(server, aMember());
  const { router } = renderRoutes(
    (client) => [...visitorRoutes(client), { path: '/group/:groupId', element: <p>The group</p> }],
    '/sign-in?next=%2Fgroup%2F12',
  );

  expect(await screen.findByText('The group')).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/group/12');
});
