/** All windows of this browser share the session. */
const CHANNEL = 'session';
const SIGNED_OUT = 'signed out';

/** The channel of this document. A channel does not get its own messages, but those of another channel of the same document. */
let own: BroadcastChannel | null = null;

/** Tells the other windows that the member has ended the session on purpose. */
export function tellSignedOut(): void {
  const channel = own ?? new BroadcastChannel(CHANNEL);
  channel.postMessage(SIGNED_OUT);
  if (channel !== own) channel.close();
}

/** Calls back when the member has signed out in another window. Returns what stops it. */
export function onSignedOutElsewhere(callback: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === SIGNED_OUT) callback();
  };
  own = channel;
  return () => {
    channel.close();
    if (own === channel) own = null;
  };
}
