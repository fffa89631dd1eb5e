import type { FeatureCache } from '@/api/createApiClient';
import { UnreadNoticesQuery } from './count/unreadNoticesQuery';

/** The number of notices that are still new. Null if the mutation failed. */
function unreadIn(payload: unknown): number | null {
  return payload &&
    typeof payload === 'object' &&
    'unreadNotices' in payload &&
    typeof payload.unreadNotices === 'number'
    ? payload.unreadNotices
    : null;
}

export const notificationCache: FeatureCache = {
  updates: {
    Mutation: {
      // The list keeps what was new when it was loaded.
      markNoticesAsRead: (result, _arguments, cache) => {
        const unreadNotices = unreadIn(result.markNoticesAsRead);
        if (unreadNotices === null) return;
        cache.updateQuery({ query: UnreadNoticesQuery }, (data) => data && { ...data, unreadNotices });
      },
    },
  },
};
