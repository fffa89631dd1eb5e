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
});

async function open(path = '/settings') {
  const page = renderRoutes(accountRoutes, path);
  await screen.findByRole('heading', { name: 'Settings' });
  return page;
}

function section(name: string) {
  return within(screen.getByRole('region', { name }));
}

test('sends the verification link again', async () => {
  signedInAs(server, aMember({ emailVerified: false }));
  server.on('MailVerificationLink', () => payload('requestEmailVerification'));
  await open();

  expect(section('Address').getByText('Not verified yet')).toBeInTheDocument();
  await userEvent.click(section('Address').getByRole('button', { name: 'Send the link again' }));

  expect(await section('Address').findByText(/Sent\. It can take a minute/)).toBeInTheDocument();
});

test.each([
  ['REQUESTS_AND_MAILS', /you cannot ask for feedback, and no mails about groups come\.$/],
  ['MAILS', /no mails about your requests and groups come\.$/],
])('says what is not possible without a verified address if it is needed for %s', async (needed, words) => {
  signedInAs(server, aMember({ emailVerified: false, verifiedAddressNeededFor: needed }));
  await open();

  expect(section('Address').getByText(/Until you open the link/)).toHaveTextContent(words);
  expect(screen.getByLabelText('New email address')).toHaveAccessibleDescription(words);
});

test('promises no link if no address has to be verified', async () => {
  signedInAs(server, aMember({ verifiedAddressNeededFor: 'NOTHING' }));
  await open();

  expect(screen.getByLabelText('New email address')).toHaveAccessibleDescription('');
});

test('changes the address, and moves the drafts to it', async () => {
  localStorage.setItem('draft:mira@post.example:response-1', '{"text":"The kick","savedAt":"2026-11-29"}');
  server.on('ChangeAddress', ({ email }) =>
    payload('updateEmail', [], { user: aMember({ username: email, emailVerified: false }) }),
  );
  await open();

  await userEvent.type(screen.getByLabelText('New email address'), 'm@other.example{Enter}');

  expect(await screen.findByText(/From now on, sign in with this address/)).toBeInTheDocument();
  expect(section('Address').getByText('m@other.example')).toBeInTheDocument();
  expect(section('Address').getByText('Not verified yet')).toBeInTheDocument();
  expect(Object.keys(localStorage)).toEqual(['draft:m@other.example:response-1']);
});

test('keeps an address that was typed, also if the page is left for a new sign-in', async () => {
  const { unmount } = await open();
  await userEvent.type(screen.getByLabelText('New email address'), 'm@other.example');
  unmount();
  await open();
  expect(screen.getByLabelText('New email address')).toHaveValue('m@other.example');
});

test('keeps an address that was refused in its field', async () => {
  server.on('ChangeAddress', () =>
    payload(
      'updateEmail',
      [
        {
          code: 'EMAIL_TAKEN',
          message: 'An account for that email address already exists.',
          argument: 'email',
        },
      ],
      { user: null },
    ),
  );
  await open();

  await userEvent.type(screen.getByLabelText('New email address'), 'm@other.example{Enter}');

  expect(await screen.findByText('An account for that email address already exists.')).toBeInTheDocument();
  expect(screen.getByLabelText('New email address')).toHaveValue('m@other.example');
  expect(section('Address').getByText('mira@post.example')).toBeInTheDocument();
});

async function changePassword() {
  await userEvent.type(screen.getByLabelText('Current password'), 'old words');
  await userEvent.type(screen.getByLabelText('New password'), 'four unrelated words{Enter}');
}

test('changes the password and loads the page again, because the session is a new one', async () => {
  server.on('SetPassword', () => payload('changePassword'));
  await open();
  await changePassword();

  await vi.waitFor(() => {
    expect(assign).toHaveBeenCalledExactlyOnceWith('/settings?changed=password');
  });
  expect(server.calls('SetPassword')).toEqual([
    { currentPassword: 'old words', password: 'four unrelated words' },
  ]);
});

test('says that the password was changed', async () => {
  await open('/settings?changed=password');

  expect(screen.getByText(/Your password is changed/)).toBeInTheDocument();
});

test('shows a wrong password beside its field, and mails a link to set a new one', async () => {
  server.on('SetPassword', () =>
    payload('changePassword', [{ code: 'WRONG_PASSWORD', message: 'That is not your present password.' }]),
  );
  server.on('MailPasswordReset', () => payload('requestPasswordReset'));
  await open();
  await changePassword();

  expect(await screen.findByText('That is not your password.')).toBeInTheDocument();
  expect(screen.getByLabelText('Current password')).toHaveFocus();
  await userEvent.click(screen.getByRole('button', { name: /Set a new one by mail/ }));
  expect(await screen.findByText(/A mail with a link is on its way/)).toBeInTheDocument();
  expect(server.calls('MailPasswordReset')).toEqual([{ email: 'mira@post.example' }]);
});

test('switches a mail at once, before the server has answered', async () => {
  let answer: (response: Response) => void = () => undefined;
  server.on('SwitchMail', () => new Promise<Response>((resolve) => (answer = resolve)));
  await open();
  const reminders = screen.getByRole('switch', { name: 'Reminders' });

  await userEvent.click(reminders);
  expect(reminders).not.toBeChecked();
  expect(reminders).toHaveAttribute('aria-busy', 'true');
  await userEvent.click(reminders);
  await vi.waitFor(() => {
    expect(server.calls('SwitchMail')).toEqual([{ kind: 'reminder', enabled: false }]);
  });
  answer(
    Response.json(
      payload('updateMailPreference', [], {
        mailPreference: {
          __typename: 'MailPreference',
          kind: 'reminder',
          description: 'reminders',
          enabled: false,
        },
      }),
    ),
  );

  await vi.waitFor(() => {
    expect(reminders).not.toHaveAttribute('aria-busy');
  });
  expect(reminders).not.toBeChecked();
  expect(screen.getByRole('switch', { name: 'Mails about new groups' })).toBeChecked();
});

test.each(failures)('switches a mail back if the server answers %s', async (_, answer, words) => {
  server.on('SwitchMail', answer);
  await open();
  const reminders = screen.getByRole('switch', { name: 'Reminders' });

  await userEvent.click(reminders);

  expect(await section('Mails').findByText(words)).toBeInTheDocument();
  expect(reminders).toBeChecked();
});

test('changes theme and contrast by keyboard, and keeps them', async () => {
  await open();

  await userEvent.click(screen.getByRole('radio', { name: 'Light' }));
  await userEvent.keyboard('{ArrowRight}');
  await userEvent.click(screen.getByRole('radio', { name: 'High' }));

  expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', contrast: 'more' });
  expect(localStorage.getItem('theme')).toBe('dark');
  expect(localStorage.getItem('contrast')).toBe('more');
});

test('says that the session has ended', async () => {
  signedInAs(server, null);
  renderRoutes(accountRoutes, '/settings');

  expect(await screen.findByRole('heading', { name: 'You are signed out' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in?next=%2Fsettings');
});
