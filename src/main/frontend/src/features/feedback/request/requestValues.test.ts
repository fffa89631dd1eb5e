import { expect, test } from 'vitest';
import { draftOf, missing, newRequest, parseDraft, valuesOf } from './requestValues';

const typed = {
  ...newRequest,
  mediaUrl: 'https://soundcloud.com/mira/salt',
  genre: 'POP',
  feedbackPrompt: 'يا\n<b>',
};

test('keeps what was typed', () => {
  expect(parseDraft(draftOf(typed, newRequest), newRequest)).toEqual(typed);
});

test('keeps no draft of an unchanged form', () => {
  expect(draftOf(newRequest, newRequest)).toBe('');
  expect(draftOf(typed, typed)).toBe('');
});

test.each(['', 'not JSON', 'null', '7', '[]', '{"mediaUrl":1,"trackless":"yes"}'])(
  'starts with the initial values if the draft is "%s"',
  (draft) => {
    expect(parseDraft(draft, typed)).toEqual(typed);
  },
);

test('an existing request without a URL is trackless', () => {
  const values = valuesOf({ track: null, genre: 'JAZZ', feedbackPrompt: null, emailWhenGrouped: null });
  expect(values).toEqual({
    mediaUrl: '',
    genre: 'JAZZ',
    feedbackPrompt: '',
    emailWhenGrouped: false,
    trackless: true,
  });
});

test.each([
  [newRequest, ['mediaUrl', 'genre']],
  [{ ...newRequest, mediaUrl: '  ' }, ['mediaUrl', 'genre']],
  [{ ...newRequest, trackless: true }, ['genre']],
  [typed, []],
])('of %o, %o is missing', (values, fields) => {
  expect(Object.keys(missing(values))).toEqual(fields);
});
