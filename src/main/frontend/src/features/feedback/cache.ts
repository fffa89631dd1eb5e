import type { FeatureCache } from '@/api/createApiClient';

export const feedbackCache: FeatureCache = {
  keys: {
    NotificationCounts: () => 'me',
    Replies: () => null,
  },
};
