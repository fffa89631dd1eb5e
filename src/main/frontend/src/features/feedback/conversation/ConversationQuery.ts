import { graphql } from '@/api/gql';

export const ConversationQuery = graphql(`
  query Conversation($feedbackResponseId: Int!) {
    replies(feedbackResponseId: $feedbackResponseId) {
      allowFurtherReplies
      replies {
        id
        ...Reply_reply
        username
      }
    }
  }
`);
