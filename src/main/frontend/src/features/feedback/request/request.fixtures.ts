import { aTrack } from '@/features/track/track.fixtures';

type Fields = Record<string, unknown>;

export function aMember(fields: Fields = {}): Fields {
  return {
    __typename: 'User',
    username: 'mira@post.example',
    emailVerified: true,
    emailRefused: false,
    verifiedAddressNeededFor: 'REQUESTS_AND_MAILS',
    ...fields,
  };
}

/** What the server answers to the page of a request. */
export function requestData(fields: Fields): { data: Fields } {
  return {
    data: {
      userDetails: aMember(),
      acceptedSources: ['SoundCloud', 'Google Drive', 'Dropbox'].map((name) => ({
        __typename: 'AcceptedSource',
        name,
      })),
      nextAssignmentRun: '2026-11-30T02:30:00Z',
      unassignedRequest: null,
      ...fields,
    },
  };
}

/** The server knows links to SoundCloud only. */
export function mediaInfo(mediaUrl: unknown): { data: Fields } {
  const url = String(mediaUrl);
  const known = url.startsWith('https://soundcloud.com/');
  const track = known ? aTrack(url) : null;
  const refusal = known ? null : 'We do not know this kind of link.';
  return { data: { mediaInfo: { __typename: 'MediaInfo', track, refusal, resolvedLater: false } } };
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
        notice: null,
        feedbackRequest: null,
        userErrors: errors.map((error) => ({ __typename: 'UserError', ...error })),
      },
    },
  };
}
