import { useEffect } from 'react';
import { useClient } from 'urql';
import { ViewerQuery } from '@/features/account/viewer/viewer';
import { loadAgain } from './loadAgain';

/**
 * All windows of a browser share one cookie. If another person has signed in, or the member has signed out in another window, this
 * one loads its document again as soon as it is shown or gets the focus, before anything is sent in the name of the wrong person.
 */
export function useSameViewer(username: string | undefined): void {
  const client = useClient();
  useEffect(() => {
    const check = async () => {
      if (document.visibilityState !== 'visible') return;
      const { data, error } = await client
        .query(ViewerQuery, {}, { requestPolicy: 'network-only' })
        .toPromise();
      if (!error && data && data.userDetails?.username !== username) loadAgain();
    };
    const onChange = () => void check();
    document.addEventListener('visibilitychange', onChange);
    addEventListener('focus', onChange);
    return () => {
      document.removeEventListener('visibilitychange', onChange);
      removeEventListener('focus', onChange);
    };
  }, [client, username]);
}
