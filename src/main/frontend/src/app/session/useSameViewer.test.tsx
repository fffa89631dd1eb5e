import { render, waitFor } from '@testing-library/react';
import { Provider } from 'urql';
import { beforeEach, expect, test, vi } from 'vitest';
import { createClient } from '@/app/createClient';
import { aMember, signedInAs } from '@/test/account';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { loadAgain } from './loadAgain';
import { useSameViewer } from './useSameViewer';

vi.mock('./loadAgain', () => ({ loadAgain: vi.fn() }));

let server: FakeServer;

function WindowOfMira() {
  useSameViewer('mira@post.example');
  return null;
}

function comeBack(target: EventTarget, event: string) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  target.dispatchEvent(new Event(event));
}

beforeEach(() => {
  vi.clearAllMocks();
  server = fakeServer();
  signedInAs(server, aMember());
  render(
    <Provider value={createClient()}>
      <WindowOfMira />
    </Provider>,
  );
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

  signedInAs(server, aMember({ username: 'lucian@post.example' }));
  comeBack(target, event);
  await waitFor(() => {
    expect(loadAgain).toHaveBeenCalled();
  });
});

test('an error about the session does not mean that the member has signed out', async () => {
  const answered = vi.fn(() => ({
    data: { userDetails: null },
    errors: [{ message: 'An internal error.', path: ['userDetails'] }],
  }));
  server.on('Viewer', answered);
  comeBack(document, 'visibilitychange');
  await waitFor(() => {
    expect(answered).toHaveBeenCalled();
  });
  // The check reads the answer after some further promises.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(loadAgain).not.toHaveBeenCalled();
});
