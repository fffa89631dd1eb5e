import type { FeatureCache } from '@/api/createApiClient';
import { property } from '@/lib/property';
import { UnreadNoticesQuery } from './count/unreadNoticesQuery';

export const notificationCache: FeatureCache = {
  updates: {
    Mutation: {
      // The list keeps what was new when it was loaded.
      markNoticesAsRead: (result, _arguments, cache) => {
        const unreadNotices = property(result.markNoticesAsRead, 'unreadNotices');
        // The mutation failed.
        if (typeof unreadNotices !== 'number') return;
        cache.updateQuery({ query: UnreadNoticesQuery }, (data) => data && { ...data, unreadNotices });
      },
    },
  },
};
