import type { FeatureCache } from '@/api/createApiClient';

export const notificationCache: FeatureCache = {
  updates: {
    Mutation: {
      // The list keeps what was new when it was loaded.
      markNoticesAsRead: (_result, _arguments, cache) => {
        cache.invalidate('Query', 'unreadNotices');
      },
    },
  },
};
