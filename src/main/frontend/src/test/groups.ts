import { aTrack } from '@/features/track/track.fixtures';

/** Answers about a group. Each has all fields that the pages ask for. */
export function request(fields: Record<string, unknown> = {}) {
  return {
    __typename: 'FeedbackRequest',
    id: 900,
    track: aTrack('https://soundcloud.com/ann/tideline'),
    genre: 'ELECTRONIC',
    feedbackPrompt: 'Is the kick too loud?',
    referenceReleases: [],
    ...fields,
  };
}

/** A form of the member. */
export function form(id: number, fields: Record<string, unknown> = {}) {
  return {
    __typename: 'FeedbackResponse',
    id,
    submitted: false,
    feedback: null,
    allowReplies: false,
    replies: 0,
    unreadReplies: 0,
    rating: null,
    feedbackRequest: request({
      id: 100 + id,
      track: aTrack(`https://soundcloud.com/somebody/track-no-${id}`),
      feedbackPrompt: `Question ${id}?`,
    }),
    ...fields,
  };
}

/** A response: of the member, or on the member's track. */
export function sent(id: number, fields: Record<string, unknown> = {}) {
  return form(id, { submitted: true, feedback: `Text of response ${id}`, allowReplies: true, ...fields });
}

export function group(fields: Record<string, unknown> = {}) {
  return {
    __typename: 'FeedbackGroup',
    id: 12,
    name: 'Feedback Group #12 - Electronic/Pop',
    members: 3,
    tracklessMembers: 0,
    userFeedbackResponseCount: 2,
    feedbackRequest: request(),
    feedbackResponses: [sent(1), form(2), form(3)],
    userFeedbackResponses: null,
    ...fields,
  };
}

/** The answer of the page of a group. */
export function groupPage(feedbackGroup: unknown) {
  return {
    data: {
      userDetails: { __typename: 'User', notifications: 2 },
      feedbackGroup,
    },
  };
}

export function reply(id: number, username: 'You' | 'Them', text: string) {
  return { __typename: 'Reply', id, username, text, allowReplies: true, timeCreated: '2026-11-28T20:00:00Z' };
}

/** The answer of a conversation. */
export function conversation(replies: unknown[], allowFurtherReplies = true) {
  return { data: { replies: { __typename: 'Replies', allowFurtherReplies, replies } } };
}

/** The payload of a mutation that succeeded. */
export function payload(typename: string, fields: Record<string, unknown>) {
  return { __typename: typename, success: true, error: null, userErrors: [], ...fields };
}

/** The payload of a mutation that the server refused. */
export function refused(typename: string, code: string, message: string, argument: string | null = null) {
  return {
    feedbackResponse: null,
    reply: null,
    __typename: typename,
    success: false,
    error: message,
    userErrors: [{ __typename: 'UserError', code, message, argument }],
  };
}
