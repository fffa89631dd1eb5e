'use strict';

// The tabs that GraphiQL opens with, left to right: a day of a demo member and a night of the operator.
// GraphiQL titles a tab with the name of its operation.
const tour = [
  {
    query: `# 1 of 7: sign in as Ada, a demo member (Ctrl+Enter).
# You see who she is and, in seconds since 1970, how long it
# lasts. Her token is in a cookie that no script can read.
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
    query: `# 2 of 7: what waits for Ada.
# Note two ids for the next tabs: a form that is not submitted
# yet, and a response to her own track without a rating.
# Add fields as you like: Ctrl+Space offers what there is.
query MyGroups {
  userDetails {
    username
    rating
    notifications
  }
  # her request that waits for the night, if there is one
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
    # on her track; null until all her forms are submitted
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
    query: `# 3 of 7: write about somebody's track.
# Put the id of an unsubmitted form into Variables, below.
# You see success, or why not: a form is submitted only once.
# Then run MyGroups again: was it her last form of the group?
mutation LeaveFeedback($feedbackResponseId: Int!) {
  submitFeedbackResponse(
    feedbackResponseId: $feedbackResponseId
    feedback: "The break at 1:20 is lovely. The kick hides the bass."
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
    query: `# 4 of 7: rate what somebody wrote about Ada's track.
# Put the id of an unrated response into Variables, below.
# You see success, or why not. Change the rating: 1 to 5 stars.
# The writer's own rating follows at night, so nobody can tell.
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
    query: `# 5 of 7: become the operator, who may run the nightly jobs.
# You see the operator's name: the cookie is no longer Ada's.
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
    query: `# 6 of 7: let night fall. Pending requests become groups.
# You see the record of the run: what it did, and how often.
# Run it twice: the second night has nothing left to do.
# Change the job: Ctrl+Space after "job: " offers the others.
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
    query: `# 7 of 7: first run SignIn, the first tab, to be Ada again.
# You see her new group on top, with a form for each track in
# it, and no request waiting any more.
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
