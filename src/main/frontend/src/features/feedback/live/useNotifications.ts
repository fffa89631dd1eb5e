import { useSubscription } from 'urql';
import { graphql } from '@/api/gql';
import type { NotificationsSubscription } from '@/api/gql/graphql';

const NotificationsSubscriptionDocument = graphql(`
  subscription Notifications {
    notificationsChanged {
      openForms
      unreadReplies
    }
  }
`);

/**
 * What waits for the member, live. All callers share one stream. Undefined until the first event since the caller was mounted:
 * the stream tells the current counts when it opens, and not again to callers that join later.
 */
export function useNotifications(): NotificationsSubscription['notificationsChanged'] | undefined {
  const [{ data }] = useSubscription({ query: NotificationsSubscriptionDocument });
  return data?.notificationsChanged;
}
