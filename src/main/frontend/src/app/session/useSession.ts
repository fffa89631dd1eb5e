import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { resumeSession, useConnection } from '@/api/connection';
import { checkSession } from '@/features/account/session/checkSession';
import { onSignedOutElsewhere } from '@/features/account/session/signedOutElsewhere';
import { ViewerQuery } from '@/features/account/viewer/viewer';
import { loadAgain } from './loadAgain';

const PAUSE_MS = 5_000;

export type Session = {
  /** Whether the server has said that the session has ended. */
  ended: boolean;
  /** Asks the server. Returns false if the session has ended. */
  check: () => Promise<boolean>;
};

/**
 * All windows of a browser share one session. This window checks it when it is shown or gets the focus, and again and again while
 * the connection is lost or the server has closed the socket. After the end of the session, the page stays as it is, with what was
 * typed, until the member is signed in again. If the member has signed out on purpose, or another person has signed in, the
 * document is loaded again.
 *
 * @param id the member of this document
 */
export function useSession(id: string | undefined): Session {
  const client = useClient();
  const connection = useConnection();
  const [ended, setEnded] = useState(false);
  const check = useCallback(async () => {
    if (id !== undefined) {
      const session = await checkSession(client);
      if (session === 'unknown') return true;
      setEnded(session === 'ended');
      if (session === 'ended') return false;
      resumeSession();
    }
    // Also tells whether the address was verified meanwhile.
    const { data, error } = await client
      .query(ViewerQuery, {}, { requestPolicy: 'network-only' })
      .toPromise();
    if (!error && data && data.userDetails?.id !== id) loadAgain();
    return true;
  }, [client, id]);

  useEffect(() => {
    // A window that comes back fires both events.
    let checking = false;
    const onChange = () => {
      if (checking || document.visibilityState !== 'visible') return;
      checking = true;
      void check().finally(() => {
        checking = false;
      });
    };
    document.addEventListener('visibilitychange', onChange);
    addEventListener('focus', onChange);
    return () => {
      document.removeEventListener('visibilitychange', onChange);
      removeEventListener('focus', onChange);
    };
  }, [check]);

  useEffect(() => onSignedOutElsewhere(loadAgain), []);

  const doubted = connection !== 'connected' && !ended;
  useEffect(() => {
    if (!doubted) return;
    const onTime = () => void check();
    // The socket knows that the session of its token has ended, but not whether there is a later token.
    if (connection === 'ended') onTime();
    const timer = setInterval(onTime, PAUSE_MS);
    addEventListener('online', onTime);
    return () => {
      clearInterval(timer);
      removeEventListener('online', onTime);
    };
  }, [doubted, connection, check]);

  return { ended, check };
}
