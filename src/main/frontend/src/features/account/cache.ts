import type { FeatureCache } from '@/api/createApiClient';

export const accountCache: FeatureCache = {
  keys: {
    User: () => 'me',
    MailPreference: ({ kind }) => (typeof kind === 'string' ? kind : null),
  },
};
