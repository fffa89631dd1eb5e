import { useEffect } from 'react';
import { useClient } from 'urql';
import { ViewerQuery } from '@/features/account/viewer/viewer';
import { loadAgain } from './loadAgain';

/**
 * All tabs share one cookie. If another person has signed in, or the member has signed out in another tab, this tab loads its
 * document again as soon as it is shown.
 */
export function useSameViewer(username: string | undefined): void {
  const client = useClient();
  useEffect(() => {
    const check = async () => {
      if (document.visibilityState !== 'visible') return;
      const { data } = await client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
      if (data && data.userDetails?.username !== username) loadAgain();
    };
    const onChange = () => void check();
    document.addEventListener('visibilitychange', onChange);
    return () => {
      document.removeEventListener('visibilitychange', onChange);
    };
  }, [client, username]);
}
