import { aTrack } from '@/features/track/track.fixtures';

type Fields = Record<string, unknown>;

/** What the server answers to the documents of the home page. */
export function aRequest(fields: Fields = {}): Fields {
  return {
    __typename: 'FeedbackRequest',
    id: 1,
    track: aTrack('https://soundcloud.com/mira/tideline'),
    genre: 'POP',
    feedbackPrompt: 'Is the ending earned?',
    referenceReleases: [],
    emailWhenGrouped: true,
    ...fields,
  };
}

export function aForm(id: number, track: string, fields: Fields = {}): Fields {
  return {
    __typename: 'FeedbackResponse',
    id,
    submitted: false,
    unreadReplies: 0,
    feedbackRequest: aRequest({ id: id + 1000, track: aTrack(`https://soundcloud.com/other/${track}`) }),
    ...fields,
  };
}

export function aReceivedResponse(id: number, fields: Fields = {}): Fields {
  return { __typename: 'FeedbackResponse', id, rating: null, unreadReplies: 0, ...fields };
}

export function aGroup(id: number, fields: Fields = {}): Fields {
  return {
    __typename: 'FeedbackGroup',
    id,
    name: `Feedback Group #${id} - Electronic/Pop`,
    timeCreated: '2026-11-26T02:30:00Z',
    userFeedbackResponseCount: 0,
    feedbackRequest: aRequest({ id: id + 100 }),
    feedbackResponses: [
      aForm(id * 10 + 1, 'night-bus', { submitted: true }),
      aForm(id * 10 + 2, 'paper-lanterns'),
    ],
    userFeedbackResponses: null,
    ...fields,
  };
}

/** The member who reads the page. */
export function aViewer(fields: Fields = {}): Fields {
  return {
    __typename: 'User',
    username: 'mira@post.example',
    emailVerified: true,
    emailRefused: false,
    verifiedAddressNeededFor: 'REQUESTS_AND_MAILS',
    rating: 4.26,
    ...fields,
  };
}

export function homeData(fields: Fields = {}): { data: Fields } {
  return {
    data: {
      userDetails: aViewer(),
      nextAssignmentRun: '2026-11-30T02:30:00Z',
      unassignedRequest: null,
      feedbackGroups: [],
      ...fields,
    },
  };
}

/** The answer to the withdrawal of a request. */
export function deletion(result: Fields): { data: Fields } {
  return {
    data: {
      deleteFeedbackRequest: {
        __typename: 'DeleteFeedbackRequestPayload',
        success: true,
        error: null,
        userErrors: [],
        ...result,
      },
    },
  };
}

export function anEvent(openForms: number, unreadReplies: number): Fields {
  return { notificationsChanged: { __typename: 'NotificationCounts', openForms, unreadReplies } };
}
