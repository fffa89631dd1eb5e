'use strict';

// The example tabs that GraphiQL opens at the first visit, from left to right: operations of a demo member,
// then of an operator.
// GraphiQL uses the name of the operation as the title of its tab.
const tour = [
  {
    query: `# 1 of 9: sign in as Ada, a demo member (Ctrl+Enter).
# The result has her address and the expiry of her
# session. The token is in a cookie that scripts
# cannot read. To sign in as another demo member,
# change the address.
mutation SignIn {
  tokenAuth(
    username: "ada@demo.howsmytrack.com"
    password: "demo feedback please"
  ) {
    payload
    refreshExpiresIn
  }
}
`,
  },
  {
    query: `# 2 of 9: read Ada's groups. The next tabs need the id
# of a form that is not submitted, and the id of an
# unrated response to her track.
# Ctrl+Space lists the fields that can be added.
query MyGroups {
  userDetails {
    username
    rating
    notifications
  }
  # her pending request, if she has one
  unassignedRequest {
    id
    genre
    mediaUrl
  }
  feedbackGroups {
    id
    name
    # her forms, one for each other track
    feedbackResponses {
      id
      submitted
      feedbackRequest {
        mediaUrl
        feedbackPrompt
      }
    }
    # responses to her track: a number, and a list that
    # is null until all her forms are submitted
    userFeedbackResponseCount
    userFeedbackResponses {
      id
      feedback
      rating
      allowReplies
    }
  }
}
`,
  },
  {
    query: `# 3 of 9: submit feedback about a track. Enter the id
# of an unsubmitted form under Variables, below.
# Submit it twice to see an error message. After the
# last form of a group, MyGroups shows the responses
# to Ada's track.
mutation SubmitFeedback($feedbackResponseId: Int!) {
  submitFeedbackResponse(
    feedbackResponseId: $feedbackResponseId
    feedback: "Lovely break! The kick hides the bass."
    allowReplies: true
  ) {
    success
    error
  }
}
`,
    variables: { feedbackResponseId: 239466535 },
  },
  {
    query: `# 4 of 9: rate a response to Ada's track, from 1 to 5.
# Enter the id of an unrated response under Variables,
# below. Rate it twice to see an error message.
mutation RateFeedback($feedbackResponseId: Int!) {
  rateFeedbackResponse(
    feedbackResponseId: $feedbackResponseId
    rating: 4
  ) {
    success
    error
  }
}
`,
    variables: { feedbackResponseId: 709955922 },
  },
  {
    query: `# 5 of 9: read Bruno's replies to Ada's response to his
# track. Neither sees the identity of the other. For
# a conversation of other members, the result is null.
query Conversation($feedbackResponseId: Int!) {
  replies(feedbackResponseId: $feedbackResponseId) {
    allowFurtherReplies
    replies {
      id
      username
      text
      timeCreated
    }
  }
}
`,
    variables: { feedbackResponseId: 365262629 },
  },
  {
    query: `# 6 of 9: reply to Bruno, and mark his reply as read.
# The result has the new reply. If allowReplies is
# false, neither side can reply any more.
mutation Reply(
  $feedbackResponseId: Int!
  $replyIds: [Int]!
) {
  addFeedbackResponseReply(
    feedbackResponseId: $feedbackResponseId
    text: "Gladly. I look forward to the next version."
    allowReplies: true
  ) {
    error
    reply {
      username
      text
    }
  }
  markRepliesAsRead(replyIds: $replyIds) {
    success
  }
}
`,
    variables: { feedbackResponseId: 365262629, replyIds: [1064056491] },
  },
  {
    query: `# 7 of 9: sign in as an operator, who may run jobs.
# The result has the operator's address. The new
# cookie replaces Ada's.
mutation SignInAsOperator {
  tokenAuth(
    username: "operator@demo.howsmytrack.com"
    password: "demo feedback please"
  ) {
    payload
    refreshExpiresIn
  }
}
`,
  },
  {
    query: `# 8 of 9: run the assignment job, which puts pending
# requests into groups. The result has the outcome of
# the run and its counts. A second run has nothing to
# do. Ctrl+Space lists the other jobs. The reason is
# recorded in the audit log.
mutation RunAssignment {
  runJob(job: ASSIGN_GROUPS, reason: "Tour") {
    success
    error
    run {
      job
      outcome
      startedAt
      finishedAt
      counts {
        name
        value
      }
    }
  }
}
`,
  },
  {
    query: `# 9 of 9: run SignIn again to sign in as Ada, then run
# this query. Her new group comes first, with a form
# for each other track, and she has no pending request.
query NewGroups {
  unassignedRequest {
    id
  }
  feedbackGroups {
    id
    name
    timeCreated
    members
    tracklessMembers
    feedbackRequest {
      genre
      mediaUrl
    }
    feedbackResponses {
      id
      submitted
      feedbackRequest {
        mediaUrl
        feedbackPrompt
      }
    }
  }
}
`,
  },
].map(({ query, variables }) => ({ query, variables: variables ? JSON.stringify(variables, null, 2) : null }));
