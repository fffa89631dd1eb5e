import type { Client } from 'urql';
import { createApiClient } from '@/api/createApiClient';
import { accountCache } from '@/features/account/cache';
import { adminCache } from '@/features/admin/cache';
import { feedbackCache } from '@/features/feedback/cache';
import { notificationCache } from '@/features/notification/cache';
import { trackCache } from '@/features/track/cache';
import { loadAgain } from './session/loadAgain';

/** The client of the API with the cache rules of all features. */
export function createClient(): Client {
  return createApiClient([accountCache, trackCache, feedbackCache, notificationCache, adminCache], loadAgain);
}
