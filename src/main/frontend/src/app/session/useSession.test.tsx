import { act, render, screen, waitFor } from '@testing-library/react';
import { Provider } from 'urql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { currentConnection, resumeSession, setConnection } from '@/api/connection';
import { createClient } from '@/app/createClient';
import { aMember, refusal, sessionLasts, signedInAs } from '@/test/account';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { loadAgain } from './loadAgain';
import { useSession } from './useSession';

vi.mock('./loadAgain', () => ({ loadAgain: vi.fn() }));

let server: FakeServer;

function WindowOfMira() {
  return useSession('7').ended ? 'ended' : 'lasts';
}

function comeBack(target: EventTarget, event: string) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  target.dispatchEvent(new Event(event));
}

function sessionEnds() {
  server.on('CheckSession', () => refusal('NO_SESSION', 'There is no valid session. Please sign in.'));
}

beforeEach(() => {
  vi.clearAllMocks();
  resumeSession();
  setConnection('connected');
  server = fakeServer();
  signedInAs(server, aMember());
  sessionLasts(server);
  render(
    <Provider value={createClient()}>
      <WindowOfMira />
    </Provider>,
  );
});

afterEach(() => {
  resumeSession();
});

test.each([
  ['is shown', document, 'visibilitychange'],
  ['gets the focus', window, 'focus'],
])('if another member has signed in, the document is loaded again when it %s', async (_, target, event) => {
  comeBack(target, event);
  await waitFor(() => {
    expect(server.calls('Viewer')).toHaveLength(1);
  });
  expect(loadAgain).not.toHaveBeenCalled();

  signedInAs(server, aMember({ id: '8', username: 'lucian@post.example' }));
  comeBack(target, event);
  await waitFor(() => {
    expect(loadAgain).toHaveBeenCalled();
  });
});

test('a window that is shown and gets the focus checks the session once', async () => {
  comeBack(document, 'visibilitychange');
  comeBack(window, 'focus');
  await waitFor(() => {
    expect(server.calls('Viewer')).toHaveLength(1);
  });
  expect(server.calls('CheckSession')).toHaveLength(1);
});

test('a session that has ended leaves the page as it is, and goes on when the member has signed in', async () => {
  sessionEnds();
  act(() => {
    setConnection('ended');
  });
  expect(await screen.findByText('ended')).toBeInTheDocument();

  sessionLasts(server);
  act(() => {
    comeBack(window, 'focus');
  });
  expect(await screen.findByText('lasts')).toBeInTheDocument();
  expect(currentConnection()).toBe('connected');
  expect(loadAgain).not.toHaveBeenCalled();
});

test('a socket whose token has expired opens again if the session has a later token', async () => {
  act(() => {
    setConnection('ended');
  });
  await waitFor(() => {
    expect(currentConnection()).toBe('connected');
  });
  expect(screen.getByText('lasts')).toBeInTheDocument();
});

test('signing out in another window loads the document again', async () => {
  const otherWindow = new BroadcastChannel('session');
  otherWindow.postMessage('signed out');
  await waitFor(() => {
    expect(loadAgain).toHaveBeenCalled();
  });
  otherWindow.close();
});

test('a refusal because another member has signed in loads the document again', async () => {
  server.on('CheckSession', () => refusal('OTHER_MEMBER_SIGNED_IN', 'Another member has signed in.'));
  comeBack(window, 'focus');
  await waitFor(() => {
    expect(loadAgain).toHaveBeenCalled();
  });
  expect(screen.getByText('lasts')).toBeInTheDocument();
});

test('an error about the session does not mean that it has ended', async () => {
  const answered = vi.fn(() => ({
    data: { verifyToken: null },
    errors: [{ message: 'An internal error.', path: ['verifyToken'] }],
  }));
  server.on('CheckSession', answered);
  comeBack(document, 'visibilitychange');
  await waitFor(() => {
    expect(answered).toHaveBeenCalled();
  });
  // The check reads the answer after some further promises.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.getByText('lasts')).toBeInTheDocument();
  expect(loadAgain).not.toHaveBeenCalled();
});
