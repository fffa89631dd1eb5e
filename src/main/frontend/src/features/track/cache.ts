import type { FeatureCache } from '@/api/createApiClient';

export const trackCache: FeatureCache = {
  keys: { AcceptedSource: () => null, MediaInfo: () => null, Track: () => null, Player: () => null },
};
