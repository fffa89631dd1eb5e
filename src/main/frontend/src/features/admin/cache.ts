import type { FeatureCache } from '@/api/createApiClient';

export const adminCache: FeatureCache = { keys: {} };
