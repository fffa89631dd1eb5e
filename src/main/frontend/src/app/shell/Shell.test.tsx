import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { RouteObject } from 'react-router';
import type { Client } from 'urql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resumeSession, setConnection } from '@/api/connection';
import { loadViewer } from '@/features/account/viewer/viewer';
import { useNotifications } from '@/features/feedback/live/useNotifications';
import { useDraft } from '@/lib/useDraft';
import { sessionLasts } from '@/test/account';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';
import { PageTitle } from '@/ui/page/PageTitle';
import { Shell } from './Shell';

vi.mock('@/features/feedback/live/useNotifications', () => ({ useNotifications: vi.fn() }));

const mira = {
  __typename: 'User',
  id: '7',
  username: 'mira.sands@post.example',
  emailVerified: true,
  emailRefused: false,
  verifiedAddressNeededFor: 'REQUESTS_AND_MAILS',
  operator: false,
  notifications: 3,
  rating: 4.3,
};

let server: FakeServer;
const pageLoads = vi.fn();

beforeEach(() => {
  server = fakeServer();
  server.on('Viewer', () => ({ data: { userDetails: mira } }));
  server.on('ExtendSession', () => ({
    data: { refreshToken: { __typename: 'RefreshTokenPayload', refreshExpiresIn: 1 } },
  }));
  sessionLasts(server);
  server.on('UnreadNotices', () => ({ data: { unreadNotices: 2 } }));
  vi.mocked(useNotifications).mockReturnValue(undefined);
  resumeSession();
  setConnection('connected');
});

afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

function Draft() {
  const [text, setText] = useDraft('response-1');
  const [typed, setTyped] = useState('');
  return (
    <>
      <PageTitle>Group</PageTitle>
      <textarea
        aria-label="Draft"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <input
        aria-label="Typed"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
    </>
  );
}

const routes = (client: Client): RouteObject[] => [
  {
    loader: async () => {
      await loadViewer(client);
      return null;
    },
    Component: Shell,
    children: [
      { path: '/', Component: () => <PageTitle>Home</PageTitle> },
      {
        path: '/group/1',
        loader: () => {
          pageLoads();
          return null;
        },
        Component: Draft,
      },
      { path: '/settings', Component: () => <PageTitle>Settings</PageTitle> },
    ],
  },
];

function show() {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
}

test('a member finds the pages, and what waits for them', async () => {
  renderRoutes(routes, '/');
  const navigation = await screen.findByRole('navigation', { name: 'Main' });
  expect(within(navigation).getByRole('link', { name: /^Home\s+3 waiting for you$/ })).toHaveAttribute(
    'aria-current',
    'page',
  );
  expect(within(navigation).getByRole('link', { name: 'Ask for feedback' })).toHaveAttribute(
    'href',
    '/request',
  );
  expect(await within(navigation).findByRole('link', { name: /^Notices\s+2 new$/ })).toHaveAttribute(
    'href',
    '/notices',
  );
  expect(within(navigation).queryByRole('link', { name: 'Operators' })).not.toBeInTheDocument();
});

test('an operator finds the pages of operators', async () => {
  const user = userEvent.setup();
  server.on('Viewer', () => ({ data: { userDetails: { ...mira, operator: true } } }));
  renderRoutes(routes, '/');
  const navigation = await screen.findByRole('navigation', { name: 'Main' });
  expect(within(navigation).getByRole('link', { name: 'Operators' })).toHaveAttribute('href', '/admin');
  await user.click(screen.getByRole('button', { name: 'Account and settings' }));
  expect(await screen.findByRole('menuitem', { name: 'Operators' })).toBeVisible();
});

test('what waits is live', async () => {
  vi.mocked(useNotifications).mockReturnValue({
    __typename: 'NotificationCounts',
    openForms: 4,
    unreadReplies: 1,
  });
  renderRoutes(routes, '/');
  expect(await screen.findByText('5')).toHaveTextContent('5 waiting for you');
});

test('a visitor can sign in and register', async () => {
  server.on('Viewer', () => ({ data: { userDetails: null } }));
  renderRoutes(routes, '/');
  expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in');
  expect(screen.getByRole('link', { name: 'Register' })).toHaveAttribute('href', '/register');
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  expect(server.calls('ExtendSession')).toHaveLength(0);
});

test('the skip link leads to the page, and keeps its address', async () => {
  const user = userEvent.setup();
  const { router } = renderRoutes(routes, '/');
  await screen.findByRole('heading', { name: 'Home' });
  screen.getByRole('link', { name: 'Skip to content' }).focus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
  expect(router.state.location.hash).toBe('');
});

test('the account menu leads to the settings and signs out', async () => {
  const user = userEvent.setup();
  renderRoutes(routes, '/');
  await user.click(await screen.findByRole('button', { name: 'Account and settings' }));
  expect(await screen.findByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await user.click(screen.getByRole('menuitem', { name: 'Settings' }));
  expect(await screen.findByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('the theme is switched, and switched back', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const user = userEvent.setup();
  renderRoutes(routes, '/');
  const button = await screen.findByRole('button', { name: 'Switch between light and dark' });
  await user.click(button);
  expect(document.documentElement.dataset.theme).toBe('dark');
  await user.click(button);
  expect(document.documentElement.dataset.theme).toBeUndefined();
});

test('the session is extended once, and again after a day', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  renderRoutes(routes, '/');
  await waitFor(() => {
    expect(server.calls('ExtendSession')).toHaveLength(1);
  });
  show();
  expect(server.calls('ExtendSession')).toHaveLength(1);
  await act(() => vi.advanceTimersByTimeAsync(25 * 60 * 60 * 1000));
  expect(server.calls('ExtendSession')).toHaveLength(2);
});

test('a lost connection is told, and restored by itself', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  renderRoutes(routes, '/group/1');
  await screen.findByRole('heading', { name: 'Group' });
  // Each answer of the server sets the connection, also that of the first extension.
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(pageLoads).toHaveBeenCalledTimes(1);

  server.on('CheckSession', () => {
    throw new TypeError('Failed to fetch');
  });
  act(() => {
    setConnection('lost');
  });
  expect(screen.getByText(/^Connection lost. What you typed is kept./)).toBeVisible();
  await act(() => vi.advanceTimersByTimeAsync(6_000));
  expect(screen.getByText(/^Connection lost./)).toBeVisible();

  sessionLasts(server);
  await act(() => vi.advanceTimersByTimeAsync(6_000));
  expect(await screen.findByText('Connected again. This page is up to date.')).toBeVisible();
  expect(pageLoads).toHaveBeenCalledTimes(2);

  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(screen.queryByText(/^Connected again/)).not.toBeInTheDocument();
});

test('a session that has ended keeps what was typed', async () => {
  const user = userEvent.setup();
  renderRoutes(routes, '/group/1');
  await user.type(await screen.findByLabelText('Draft'), 'The kick');
  await user.type(screen.getByLabelText('Typed'), 'and the bass');
  expect(localStorage.getItem('draft:mira.sands@post.example:response-1')).toContain('The kick');
  server.on('CheckSession', () => ({
    data: { verifyToken: null },
    errors: [{ message: 'There is no valid session.', extensions: { code: 'NO_SESSION' } }],
  }));
  act(() => {
    setConnection('ended');
  });
  expect(await screen.findByText('You are signed out. What you typed is kept.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in?next=%2Fgroup%2F1');
  expect(screen.getByLabelText('Draft')).toHaveValue('The kick');
  expect(screen.getByLabelText('Typed')).toHaveValue('and the bass');

  // The member signs in again in another window, and comes back.
  sessionLasts(server);
  const loads = pageLoads.mock.calls.length;
  show();
  expect(await screen.findByText('You are signed in again. This page is up to date.')).toBeVisible();
  expect(pageLoads).toHaveBeenCalledTimes(loads + 1);
  expect(screen.getByLabelText('Typed')).toHaveValue('and the bass');
});
