import { graphql } from '@/api/gql';
import type { FeatureCache } from '@/api/createApiClient';

const LiveNotifications_user = graphql(`
  fragment LiveNotifications_user on User {
    notifications
  }
`);

/** The sum of what an event counts. */
function total(counts: unknown): number | null {
  return counts &&
    typeof counts === 'object' &&
    'openForms' in counts &&
    'unreadReplies' in counts &&
    typeof counts.openForms === 'number' &&
    typeof counts.unreadReplies === 'number'
    ? counts.openForms + counts.unreadReplies
    : null;
}

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
