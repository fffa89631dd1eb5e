type Fields = Record<string, unknown>;

/** What the server answers to the page of a request. */
export function requestData(fields: Fields): { data: Fields } {
  return {
    data: {
      userDetails: { __typename: 'User', username: 'mira@post.example', emailVerified: true },
      nextAssignmentRun: '2026-11-30T02:30:00Z',
      unassignedRequest: null,
      ...fields,
    },
  };
}

/** The server knows links to SoundCloud only. */
export function mediaInfo(mediaUrl: unknown): { data: Fields } {
  const mediaType = String(mediaUrl).startsWith('https://soundcloud.com/') ? 'SOUNDCLOUD' : null;
  return { data: { mediaInfo: { __typename: 'MediaInfo', mediaUrl, mediaType } } };
}

export function payload(
  field: 'create' | 'edit',
  ...errors: { code: string; message: string; argument: string | null }[]
) {
  return {
    data: {
      [`${field}FeedbackRequest`]: {
        __typename: field === 'create' ? 'CreateFeedbackRequestPayload' : 'EditFeedbackRequestPayload',
        success: errors.length === 0,
        error: errors[0]?.message ?? null,
        feedbackRequest: null,
        userErrors: errors.map((error) => ({ __typename: 'UserError', ...error })),
      },
    },
  };
}
