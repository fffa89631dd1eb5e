import { graphql } from '@/api/gql';

/** What a group owes the member and the member owes the group. */
export const GroupWaiting_group = graphql(`
  fragment GroupWaiting_group on FeedbackGroup {
    id
    feedbackResponses {
      id
      submitted
      unreadReplies
      feedbackRequest {
        id
        track {
          url
          source
        }
      }
    }
    userFeedbackResponses {
      id
      rating
      unreadReplies
    }
  }
`);

export const HomeGroup_group = graphql(`
  fragment HomeGroup_group on FeedbackGroup {
    id
    name
    timeCreated
    userFeedbackResponseCount
    feedbackRequest {
      id
      track {
        url
        source
      }
    }
    ...GroupWaiting_group
  }
`);

export const HomePageQuery = graphql(`
  query HomePage {
    userDetails {
      username
      emailVerified
      emailRefused
      verifiedAddressNeededFor
      rating
    }
    nextAssignmentRun
    unassignedRequest {
      id
      ...PendingRequest_request
    }
    feedbackGroups {
      id
      ...HomeGroup_group
    }
  }
`);

/** What waits, after an event. Without the count of received responses: its moment would tell who wrote. */
export const HomeWaitingQuery = graphql(`
  query HomeWaiting {
    feedbackGroups {
      id
      ...GroupWaiting_group
    }
  }
`);
