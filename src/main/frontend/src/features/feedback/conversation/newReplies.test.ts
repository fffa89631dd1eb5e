import { expect, test } from 'vitest';
import { newReplies, readReplies } from './newReplies';

const replies = [
  { id: 5, username: 'Them' },
  { id: 9, username: 'You' },
  { id: 2, username: 'Them' },
  { id: 7, username: 'Them' },
];

test.each([
  [0, []],
  [1, [7]],
  [2, [2, 7]],
  [9, [5, 2, 7]],
])('of %i unread replies, the last of the other side are new', (unread, expected) => {
  expect(newReplies(replies, readReplies(replies, unread))).toEqual(expected);
});
