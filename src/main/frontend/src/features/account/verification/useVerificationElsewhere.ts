import { useEffect } from 'react';
import { useClient } from 'urql';
import { ViewerQuery } from '@/features/account/viewer/viewer';

/** The link in the mail opens in another tab. When the member comes back to this one, it asks whether the address is verified. */
export function useVerificationElsewhere(waiting: boolean): void {
  const client = useClient();
  useEffect(() => {
    if (!waiting) return;
    const ask = () => {
      if (document.visibilityState === 'visible') {
        void client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
      }
    };
    document.addEventListener('visibilitychange', ask);
    return () => {
      document.removeEventListener('visibilitychange', ask);
    };
  }, [client, waiting]);
}
