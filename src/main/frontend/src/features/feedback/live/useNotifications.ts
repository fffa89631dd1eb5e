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

/** What waits for the member, live. Undefined until the first event. */
export function useNotifications(): NotificationsSubscription['notificationsChanged'] | undefined {
  const [{ data }] = useSubscription({ query: NotificationsSubscriptionDocument });
  return data?.notificationsChanged;
}
