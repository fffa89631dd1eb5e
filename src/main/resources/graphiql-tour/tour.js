'use strict';

// The tabs that GraphiQL opens with, left to right: a day of a demo member and a night of the operator.
// GraphiQL titles a tab with the name of its operation.
const tour = [
  {
    query: `# 1 of 9: sign in as Ada, a demo member: Ctrl+Enter.
# You see who she is, and when her sign-in ends.
# Her token is in a cookie that no script can read.
# Change the address to be another demo member.
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
    query: `# 2 of 9: what waits for Ada. Note the ids of a form
# that is not submitted, and of a response to her
# own track that has no rating.
# Add fields as you like: Ctrl+Space offers some.
query MyGroups {
  userDetails {
    username
    rating
    notifications
  }
  # her request that waits for the night, if any
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
    # on her track; null until hers are submitted
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
    query: `# 3 of 9: write about a track. Put the id of a form
# that is not submitted into Variables, below.
# You see success, or why not: submit it twice.
# Was it the last of its group? See MyGroups again.
mutation LeaveFeedback($feedbackResponseId: Int!) {
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
    variables: { feedbackResponseId: 107 },
  },
  {
    query: `# 4 of 9: rate a response to Ada's track. Put the id
# of one without a rating into Variables, below.
# You see success, or why not: rate it twice.
# Change the rating: anything from 1 to 5.
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
    variables: { feedbackResponseId: 92 },
  },
  {
    query: `# 5 of 9: read what Bruno answered to Ada's response
# to his track. Neither learns who the other is.
# Change the id: others' conversations are null.
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
    variables: { feedbackResponseId: 100 },
  },
  {
    query: `# 6 of 9: answer, and mark what was read as read.
# You see Ada's reply as she would. Let allowReplies
# be false, and neither can reply any more.
mutation Reply(
  $feedbackResponseId: Int!
  $replyIds: [Int]!
) {
  addFeedbackResponseReply(
    feedbackResponseId: $feedbackResponseId
    text: "Gladly. Send it into the next night."
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
    variables: { feedbackResponseId: 100, replyIds: [5] },
  },
  {
    query: `# 7 of 9: become the operator, who may run the jobs.
# You see the operator's address: the cookie is no
# longer Ada's.
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
    query: `# 8 of 9: let night fall. Requests become groups.
# You see what the run did, and how much of it.
# Run it twice: the second has nothing left to do.
# Change the job: Ctrl+Space offers the others.
mutation RunTheNight {
  runJob(job: ASSIGN_GROUPS) {
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
    query: `# 9 of 9: first run SignIn again, to be Ada again.
# You see her new group on top, with a form for
# each track in it, and no request that waits.
query SeeTheNewGroups {
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
