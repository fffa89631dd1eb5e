import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftOwner } from './DraftOwner';
import { moveDrafts, removeDrafts } from './drafts';
import { useDraft } from './useDraft';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-29T21:42:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function draftOf(owner: string, key = 'response-12') {
  const { result, unmount } = renderHook(() => useDraft(key), {
    wrapper: ({ children }) => <DraftOwner value={owner}>{children}</DraftOwner>,
  });
  return {
    text: () => result.current[0],
    state: () => result.current[3],
    type: (text: string) => {
      act(() => {
        result.current[1](text);
      });
    },
    drop: () => {
      act(() => {
        result.current[2]();
      });
    },
    takeOtherText: () => {
      act(() => {
        result.current[3].takeOtherText();
      });
    },
    unmount,
  };
}

const key = 'draft:ann@example.com:response-12';

/** What another tab does: it changes the storage, and this tab gets the event. */
function otherTab(text: string | null) {
  const newValue = text === null ? null : JSON.stringify({ text, savedAt: '2026-11-29T21:50:00.000Z' });
  if (newValue === null) localStorage.removeItem(key);
  else localStorage.setItem(key, newValue);
  act(() => {
    dispatchEvent(new StorageEvent('storage', { key, newValue }));
  });
}

test('restores the text after the page was left, and says when it was saved', () => {
  const before = draftOf('ann@example.com');
  before.type('كل المدن <b>🎧</b>');
  before.unmount();
  const after = draftOf('ann@example.com');
  expect(after.text()).toBe('كل المدن <b>🎧</b>');
  expect(after.state()).toMatchObject({ savedAt: '2026-11-29T21:42:00.000Z', kept: true });
});

test('keeps the drafts of two accounts and of two things apart', () => {
  draftOf('ann@example.com').type('mine');
  expect(draftOf('bob@example.com').text()).toBe('');
  expect(draftOf('ann@example.com', 'response-13').text()).toBe('');
});

test('forgets what was sent', () => {
  const draft = draftOf('ann@example.com');
  draft.type('sent');
  draft.drop();
  expect(draft.text()).toBe('');
  expect(localStorage).toHaveLength(0);
});

test('forgets all drafts of the account at sign-out, and no others', () => {
  draftOf('ann@example.com').type('one');
  draftOf('ann@example.com', 'request').type('two');
  draftOf('bob@example.com').type('three');
  act(() => {
    removeDrafts('ann@example.com');
  });
  expect(Object.keys(localStorage)).toEqual(['draft:bob@example.com:response-12']);
});

test('moves the drafts to the new name of the account', () => {
  draftOf('ann@example.com').type('one');
  act(() => {
    moveDrafts('ann@example.com', 'anna@example.com');
  });
  expect(draftOf('anna@example.com').text()).toBe('one');
  expect(draftOf('ann@example.com').text()).toBe('');
});

test('shows what another tab typed while nothing was typed here', () => {
  const draft = draftOf('ann@example.com');
  otherTab('theirs');
  expect(draft.text()).toBe('theirs');
  otherTab('theirs, longer');
  expect(draft.text()).toBe('theirs, longer');
  expect(draft.state().otherText).toBeNull();
});

test('keeps what was typed here, says that another tab has another text, and takes it on demand', () => {
  const draft = draftOf('ann@example.com');
  draft.type('mine');
  otherTab('theirs');
  expect(draft.text()).toBe('mine');
  expect(draft.state().otherText).toBe('theirs');
  draft.takeOtherText();
  expect(draft.text()).toBe('theirs');
  expect(draft.state().otherText).toBeNull();
});

test('keeps what was typed here when another tab sends its text', () => {
  const draft = draftOf('ann@example.com');
  draft.type('mine');
  otherTab(null);
  expect(draft.text()).toBe('mine');
  expect(draft.state().savedAt).toBeNull();
});

test('keeps the text as long as the page, and says so, if storage is blocked', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
  const draft = draftOf('ann@example.com');
  draft.type('mine');
  expect(draft.state().kept).toBe(false);
  draft.unmount();
  expect(draftOf('ann@example.com').text()).toBe('mine');
  draftOf('ann@example.com').drop();
});

test('ignores a stored value that this client did not write', () => {
  localStorage.setItem(key, '{"text": 3}');
  expect(draftOf('ann@example.com').text()).toBe('');
  localStorage.setItem('draft:ann@example.com:other', 'no JSON');
  expect(draftOf('ann@example.com', 'other').text()).toBe('');
});
