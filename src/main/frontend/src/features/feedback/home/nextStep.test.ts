import { expect, test } from 'vitest';
import type { GroupProgress } from './groupProgress';
import { nextStep } from './nextStep';

const finished: GroupProgress = {
  id: 1,
  name: 'Feedback Group #1 - Pop',
  track: 'Tideline',
  yourTrack: 'Tideline',
  forms: [
    { id: 1, track: 'Night bus', submitted: true, drafted: false },
    { id: 2, track: 'Salt flats', submitted: true, drafted: false },
  ],
  received: 2,
  toRate: 0,
  rated: true,
  unreadReplies: 0,
};
const replied = { ...finished, id: 2, unreadReplies: 1 };
const half = { ...finished, id: 3, toRate: 1 };
const opened = { ...finished, id: 4, toRate: 2, rated: false };
const owing = {
  ...finished,
  id: 5,
  forms: [{ id: 1, track: 'Night bus', submitted: false, drafted: false }],
  rated: false,
};
const olderOwing = { ...owing, id: 6 };

test.each([
  ['verify the address', false, [finished], true, { kind: 'verify' }],
  ['write, also without a verified address', false, [owing], false, { kind: 'write', group: owing }],
  [
    'write in the oldest group',
    true,
    [opened, owing, olderOwing, finished],
    true,
    { kind: 'write', group: olderOwing },
  ],
  ['read what has opened', true, [half, replied, opened], true, { kind: 'read', group: opened }],
  ['rate the rest', true, [replied, half], true, { kind: 'rate', group: half }],
  ['read replies', true, [finished, replied], true, { kind: 'reply', group: replied }],
  ['wait for a group', true, [finished], true, { kind: 'wait' }],
  ['ask again', true, [finished], false, { kind: 'ask', first: false }],
  ['ask for the first time', true, [], false, { kind: 'ask', first: true }],
])('the next step is to %s', (_, mayAsk, groups, hasPendingRequest, expected) => {
  expect(nextStep({ mayAsk, groups, hasPendingRequest })).toEqual(expected);
});
