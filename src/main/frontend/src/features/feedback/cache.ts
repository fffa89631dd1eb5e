import { graphql } from '@/api/gql';
import type { FeatureCache } from '@/api/createApiClient';
import { property } from '@/lib/property';

const LiveNotifications_user = graphql(`
  fragment LiveNotifications_user on User {
    notifications
  }
`);

/** The sum of what an event counts. */
function total(counts: unknown): number | null {
  const openForms = property(counts, 'openForms');
  const unreadReplies = property(counts, 'unreadReplies');
  return typeof openForms === 'number' && typeof unreadReplies === 'number'
    ? openForms + unreadReplies
    : null;
}

export const feedbackCache: FeatureCache = {
  keys: {
    NotificationCounts: () => 'me',
    Replies: () => null,
  },
  updates: {
    Mutation: {
      deleteFeedbackRequest: (result, _arguments, cache) => {
        if (property(result.deleteFeedbackRequest, 'success') === true) {
          cache.link('Query', 'unassignedRequest', null);
        }
      },
      // A reply can close the conversation, and an error can say that it is closed.
      addFeedbackResponseReply: (_, { feedbackResponseId = null }, cache) => {
        cache.invalidate('Query', 'replies', { feedbackResponseId });
      },
    },
    Subscription: {
      notificationsChanged: (result, _, cache) => {
        const notifications = total(result.notificationsChanged);
        if (notifications !== null) {
          cache.writeFragment(LiveNotifications_user, { __typename: 'User', notifications });
        }
      },
    },
  },
};
