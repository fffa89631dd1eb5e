import type { FeatureCache } from '@/api/createApiClient';

function isSuccess(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'success' in payload && payload.success === true;
}

export const feedbackCache: FeatureCache = {
  keys: {
    NotificationCounts: () => 'me',
    Replies: () => null,
  },
  updates: {
    Mutation: {
      deleteFeedbackRequest: (result, _arguments, cache) => {
        if (isSuccess(result.deleteFeedbackRequest)) cache.link('Query', 'unassignedRequest', null);
      },
    },
  },
};
