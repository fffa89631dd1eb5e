import type { FeatureCache } from '@/api/createApiClient';

export const trackCache: FeatureCache = {
  keys: { MediaInfo: () => null, Track: () => null, Player: () => null },
};
