import { graphql } from '@/api/gql';

export const GroupPageQuery = graphql(`
  query GroupPage($id: Int!) {
    userDetails {
      notifications
    }
    feedbackGroup(feedbackGroupId: $id) {
      id
      name
      members
      tracklessMembers
      userFeedbackResponseCount
      feedbackRequest {
        id
        track {
          url
        }
        ...OwnTrack_request
      }
      feedbackResponses {
        id
        submitted
        allowReplies
        replies
        unreadReplies
        feedbackRequest {
          id
          track {
            url
          }
        }
        ...FormEntry_response
        ...FormsPanel_response
      }
      userFeedbackResponses {
        id
        allowReplies
        replies
        rating
        ...ReceivedEntry_response
        ...ReceivedPanel_response
      }
    }
  }
`);
