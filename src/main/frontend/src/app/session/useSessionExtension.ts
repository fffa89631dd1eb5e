import { useEffect } from 'react';
import { useClient } from 'urql';
import { graphql } from '@/api/gql';

const ExtendSessionMutation = graphql(`
  mutation ExtendSession {
    refreshToken {
      refreshExpiresIn
    }
  }
`);

/** The cookie lasts 72 hours. */
const PAUSE_MS = 24 * 60 * 60 * 1000;
const CHECK_MS = 60 * 60 * 1000;

/** Extends the session once for each load of the document, and every day in a tab that stays open. */
export function useSessionExtension(username: string | undefined): void {
  const client = useClient();
  useEffect(() => {
    if (username === undefined) return;
    let extendedAt = Number.NEGATIVE_INFINITY;
    const extend = () => {
      // Timers stop while a device sleeps, so the time is compared.
      if (Date.now() - extendedAt < PAUSE_MS) return;
      extendedAt = Date.now();
      // If this fails, the session ends when its cookie does, and the next operation tells.
      void client.mutation(ExtendSessionMutation, {}).toPromise();
    };
    extend();
    const timer = setInterval(extend, CHECK_MS);
    document.addEventListener('visibilitychange', extend);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', extend);
    };
  }, [client, username]);
}
