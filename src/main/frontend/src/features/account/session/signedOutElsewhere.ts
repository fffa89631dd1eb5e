/** All windows of this browser share the session. */
const CHANNEL = 'session';
const SIGNED_OUT = 'signed out';

/** Tells the other windows that the member has ended the session on purpose. */
export function tellSignedOut(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(SIGNED_OUT);
  channel.close();
}

/** Calls back when the member has signed out in another window. Returns what stops it. */
export function onSignedOutElsewhere(callback: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === SIGNED_OUT) callback();
  };
  return () => {
    channel.close();
  };
}
