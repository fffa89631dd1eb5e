import { expect, test } from 'vitest';
import type { GroupProgress } from './groupProgress';
import { groupState } from './groupState';

const sent = { id: 1, track: 'Night bus', submitted: true, drafted: false };
const form = { id: 2, track: 'Salt flats', submitted: false, drafted: false };
const group: GroupProgress = {
  id: 1,
  name: 'Feedback Group #1 - Pop',
  track: 'Tideline',
  yourTrack: 'Tideline',
  forms: [sent],
  received: 2,
  toRate: 0,
  rated: true,
  unreadReplies: 0,
};

test.each<[Partial<GroupProgress>, string, string]>([
  [{ forms: [sent, form] }, 'wait', '1 form to write'],
  [{ forms: [sent, { ...form, drafted: true }] }, 'begun', '1 form to write'],
  [{ forms: [form, form], unreadReplies: 1 }, 'wait', '2 forms to write, 1 reply'],
  [{ unreadReplies: 2, toRate: 1 }, 'wait', '2 replies, 1 to rate'],
  [{ toRate: 2, rated: false }, 'wait', '2 to read and rate'],
  [{ received: 0, rated: false }, 'empty', 'No responses yet'],
  [{}, 'done', 'All read and rated'],
  [{ track: null, received: 0, forms: [sent, sent] }, 'done', 'All 2 sent'],
  [{ track: null, received: 0, forms: [] }, 'done', 'Nothing to write'],
])('of %o is %s: %s', (change, lamp, words) => {
  expect(groupState({ ...group, ...change })).toEqual({ lamp, words });
});
