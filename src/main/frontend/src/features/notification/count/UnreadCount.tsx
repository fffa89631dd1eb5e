import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useQuery } from 'urql';
import { withoutSuspense } from '@/api/withoutSuspense';
import { CountBadge } from '@/ui/state/CountBadge';
import { UnreadNoticesQuery } from './unreadNoticesQuery';

/**
 * How many notices are new. Asked for again with each page and when the window is shown. Notices appear once an hour, so there is
 * no stream of them.
 */
export function UnreadCount() {
  const { pathname } = useLocation();
  // The navigation is shown without waiting for the count.
  const [{ data }, load] = useQuery({ query: UnreadNoticesQuery, context: withoutSuspense });
  useEffect(() => {
    const loadShown = () => {
      if (document.visibilityState === 'visible') load({ requestPolicy: 'network-only' });
    };
    loadShown();
    document.addEventListener('visibilitychange', loadShown);
    return () => {
      document.removeEventListener('visibilitychange', loadShown);
    };
  }, [pathname, load]);
  return <CountBadge count={data?.unreadNotices ?? 0} label="new" />;
}
