import { expect, test, vi } from 'vitest';
import { onSignedOutElsewhere, tellSignedOut } from './signedOutElsewhere';

test('signing out reaches the other windows, and not the window of the member', async () => {
  const here = vi.fn();
  const elsewhere = vi.fn();
  const stop = onSignedOutElsewhere(here);
  const otherWindow = new BroadcastChannel('session');
  otherWindow.onmessage = elsewhere;

  tellSignedOut();
  await vi.waitFor(() => {
    expect(elsewhere).toHaveBeenCalledOnce();
  });
  expect(here).not.toHaveBeenCalled();

  otherWindow.postMessage('signed out');
  await vi.waitFor(() => {
    expect(here).toHaveBeenCalledOnce();
  });
  otherWindow.close();
  stop();
});
