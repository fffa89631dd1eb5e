import type { SavedState } from './SavedState';
import { readStored, removeStored, store, storedKeys } from './storage';

/** What somebody typed and has not sent. */
export type Draft = Omit<SavedState, 'takeOtherText'> & { text: string; typedHere: boolean };

const empty: Draft = { text: '', savedAt: null, kept: true, otherText: null, typedHere: false };

/** What this page shows. Each draft without a listener is read from the storage again. */
const shown = new Map<string, Draft>();
const listeners = new Map<string, Set<() => void>>();

export function draftKey(owner: string | null, key: string): string {
  return `draft:${owner ?? ''}:${key}`;
}

function parse(stored: string | null): Draft {
  if (stored === null) return empty;
  try {
    const value: unknown = JSON.parse(stored);
    if (!value || typeof value !== 'object' || !('text' in value) || !('savedAt' in value)) return empty;
    const { text, savedAt } = value;
    return typeof text === 'string' && typeof savedAt === 'string' ? { ...empty, text, savedAt } : empty;
  } catch {
    // Not written by this client.
    return empty;
  }
}

function show(key: string, draft: Draft): void {
  shown.set(key, draft);
  listeners.get(key)?.forEach((listener) => {
    listener();
  });
}

export function readDraft(key: string): Draft {
  const known = shown.get(key);
  if (known) return known;
  const draft = parse(readStored(key));
  shown.set(key, draft);
  return draft;
}

function save(key: string, draft: Pick<Draft, 'text' | 'otherText' | 'typedHere'>): void {
  if (draft.text === '') {
    removeStored(key);
    show(key, { ...draft, savedAt: null, kept: true });
    return;
  }
  const savedAt = new Date().toISOString();
  const kept = store(key, JSON.stringify({ text: draft.text, savedAt }));
  show(key, { ...draft, savedAt, kept });
}

export function writeDraft(key: string, text: string): void {
  save(key, { text, otherText: readDraft(key).otherText, typedHere: true });
}

/** Replaces the text of this tab by that of the other one. */
export function takeOtherText(key: string): void {
  const { otherText } = readDraft(key);
  if (otherText !== null) save(key, { text: otherText, otherText: null, typedHere: false });
}

export function dropDraft(key: string): void {
  removeStored(key);
  show(key, empty);
}

/** At sign-out. */
export function removeDrafts(owner: string): void {
  storedKeys(draftKey(owner, '')).forEach(dropDraft);
}

/** After the account got another name. */
export function moveDrafts(from: string, to: string): void {
  for (const key of storedKeys(draftKey(from, ''))) {
    const stored = readStored(key);
    if (stored !== null) store(draftKey(to, key.slice(draftKey(from, '').length)), stored);
    dropDraft(key);
  }
}

/** Another tab saved or removed a draft. Its text is shown here unless somebody typed another one into this tab. */
function onStorage({ key, newValue }: StorageEvent): void {
  if (key === null) {
    [...listeners.keys()].forEach((each) => {
      showOther(each, empty);
    });
  } else if (listeners.has(key)) showOther(key, parse(newValue));
}

function showOther(key: string, other: Draft): void {
  const mine = readDraft(key);
  if (!mine.typedHere || mine.text === other.text) show(key, other);
  else if (other.text === '') show(key, { ...mine, savedAt: null, otherText: null });
  else show(key, { ...mine, otherText: other.text });
}

export function onDraftChange(key: string, listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', onStorage);
  let ofKey = listeners.get(key);
  if (!ofKey) {
    ofKey = new Set();
    listeners.set(key, ofKey);
  }
  ofKey.add(listener);
  return () => {
    const left = listeners.get(key);
    left?.delete(listener);
    if (left?.size !== 0) return;
    listeners.delete(key);
    shown.delete(key);
    if (listeners.size === 0) removeEventListener('storage', onStorage);
  };
}
