import { expect, test } from 'vitest';
import { draftOf, missing, newRequest, parseDraft, valuesOf } from './requestValues';

const typed = {
  ...newRequest,
  mediaUrl: 'https://soundcloud.com/mira/salt',
  genre: 'POP',
  feedbackPrompt: 'يا\n<b>',
  references: [{ id: '4', name: 'Tide', artistCredit: 'Ada', source: 'SPOTIFY' as const }],
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
  const values = valuesOf({
    track: null,
    genre: 'JAZZ',
    feedbackPrompt: null,
    referenceReleases: [],
    emailWhenGrouped: null,
  });
  expect(values).toEqual({
    mediaUrl: '',
    genre: 'JAZZ',
    feedbackPrompt: '',
    references: [],
    emailWhenGrouped: false,
    trackless: true,
  });
});

test('a draft without references keeps those of the request', () => {
  const { references, ...others } = typed;
  expect(parseDraft(JSON.stringify(others), typed).references).toBe(references);
  expect(parseDraft(JSON.stringify({ ...others, references: [] }), typed).references).toEqual([]);
});

test.each([
  [newRequest, ['mediaUrl', 'genre']],
  [{ ...newRequest, mediaUrl: '  ' }, ['mediaUrl', 'genre']],
  [{ ...newRequest, trackless: true }, ['genre']],
  [typed, []],
])('of %o, %o is missing', (values, fields) => {
  expect(Object.keys(missing(values))).toEqual(fields);
});
