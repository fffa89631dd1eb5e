/** Records as the API for operators answers them. */
type Fields = Record<string, unknown>;

export const connection = (type: string, nodes: Fields[], page: Fields = {}) => ({
  __typename: `${type}Connection`,
  edges: nodes.map((node) => ({ __typename: `${type}Edge`, node })),
  pageInfo: {
    __typename: 'PageInfo',
    hasNextPage: false,
    hasPreviousPage: false,
    startCursor: nodes.length > 0 ? 'first' : null,
    endCursor: nodes.length > 0 ? 'last' : null,
    ...page,
  },
});

export const person = (fields: Fields = {}) => ({
  __typename: 'PersonRecord',
  id: '7',
  email: 'mira@post.example',
  emailVerified: true,
  emailRefused: false,
  registeredAt: '2026-03-12T10:00:00Z',
  operator: false,
  disabledAt: null,
  sendGroupEmails: true,
  sendReminderEmails: false,
  ...fields,
});

export const group = (fields: Fields = {}) => ({
  __typename: 'GroupRecord',
  id: '12',
  name: 'Feedback Group #12 - Jazz',
  createdAt: '2026-11-20T02:30:00Z',
  requests: 4,
  responsesAsked: 12,
  responsesGiven: 5,
  ...fields,
});

/** @param texts whether texts and authors were asked for */
export const request = (texts: unknown, fields: Fields = {}) => ({
  __typename: 'RequestRecord',
  id: '103',
  createdAt: '2026-11-19T10:00:00Z',
  genre: 'JAZZ',
  mediaType: 'SOUNDCLOUD',
  emailWhenGrouped: true,
  groupId: '12',
  personId: '7',
  personEmail: 'mira@post.example',
  ...(texts === true && {
    mediaUrl: 'https://soundcloud.com/mira/tide',
    feedbackPrompt: 'Is the kick too loud?',
  }),
  ...fields,
});

export const reference = (fields: Fields = {}) => ({
  __typename: 'Release',
  id: '1',
  name: 'Overcoat Season',
  artistCredit: 'The Ilse Vargholt Quartet',
  url: 'https://open.spotify.com/album/overcoat',
  ...fields,
});

export const response = (texts: unknown, fields: Fields = {}) => ({
  __typename: 'ResponseRecord',
  id: '900',
  requestId: '103',
  groupId: '12',
  submittedAt: '2026-11-21T10:00:00Z',
  rating: 4,
  allowReplies: true,
  ...(texts === true && {
    writerId: '8',
    writerEmail: 'jo@studio.example',
    ownerId: '7',
    ownerEmail: 'mira@post.example',
    feedback: 'The low end is full.',
  }),
  ...fields,
});

export const reply = (texts: unknown, fields: Fields = {}) => ({
  __typename: 'ReplyRecord',
  id: '700',
  responseId: '900',
  createdAt: '2026-11-22T10:00:00Z',
  readAt: null,
  allowReplies: true,
  ...(texts === true && {
    writerId: '7',
    writerEmail: 'mira@post.example',
    fromOwner: true,
    text: 'Which kick do you mean?',
  }),
  ...fields,
});

export const mail = (texts: unknown, fields: Fields = {}) => ({
  __typename: 'OutgoingMail',
  id: '40',
  kind: 'new-group',
  state: 'GIVEN_UP',
  personId: '7',
  createdAt: '2026-11-20T02:31:00Z',
  finishedAt: '2026-11-21T02:31:00Z',
  nextAttemptAt: null,
  failures: 12,
  recipientRefused: false,
  ...(texts === true && { recipient: 'mira@post.example', lastError: '550 User unknown' }),
  ...fields,
});

export const auditEntry = (fields: Fields = {}) => ({
  __typename: 'AuditEntry',
  id: '2',
  action: 'MOVE_REQUEST',
  createdAt: '2026-11-22T10:00:00Z',
  operatorId: '1',
  operatorEmail: 'operator@howsmytrack.example',
  personId: '7',
  subject: 'REQUEST',
  subjectId: '103',
  reason: 'The member asked for it.',
  details: { from: 3, to: 12 },
  ...fields,
});

export const jobRun = (fields: Fields = {}) => ({
  __typename: 'JobRun',
  id: '300',
  job: 'ASSIGN_GROUPS',
  outcome: 'SUCCEEDED',
  startedAt: '2026-11-28T02:30:00Z',
  finishedAt: '2026-11-28T02:30:02Z',
  counts: [{ __typename: 'JobCount', name: 'groupsFormed', value: 3 }],
  ...fields,
});

export const usageDay = (day: string, fields: Fields = {}) => ({
  __typename: 'UsageDay',
  day,
  registrations: 2,
  requests: 9,
  groups: 1,
  responsesAsked: 12,
  responsesGiven: 6,
  responseRate: 0.5,
  ...fields,
});
