import type { FeatureCache } from '@/api/createApiClient';

export const adminCache: FeatureCache = {
  keys: {
    // Without ids: they belong to the answer that contains them.
    PersonDetails: () => null,
    GroupDetails: () => null,
    RequestDetails: () => null,
    ResponseDetails: () => null,
    ReplyDetails: () => null,
    JobCount: () => null,
    UsageDay: () => null,
    ReleaseSourceState: () => null,
  },
};
