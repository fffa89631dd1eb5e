import { use, useCallback, useSyncExternalStore } from 'react';
import { DraftOwner } from './DraftOwner';
import { draftKey, dropDraft, onDraftChange, readDraft, takeOtherText, writeDraft } from './drafts';
import type { SavedState } from './SavedState';

/** Members cannot send this character, so it is in no text. */
const BETWEEN = '\u0000';

/**
 * Text that is being typed. It is kept in the browser for the account of `DraftOwner` until it is dropped, so that a reload,
 * the back button and a lost session do not lose it.
 *
 * @param key names the thing that the text is for, for example `response-12`.
 */
export function useDraft(
  key: string,
): [text: string, write: (text: string) => void, drop: () => void, state: SavedState] {
  const stored = draftKey(use(DraftOwner), key);
  const subscribe = useCallback((listener: () => void) => onDraftChange(stored, listener), [stored]);
  const { text, savedAt, kept, otherText } = useSyncExternalStore(subscribe, () => readDraft(stored));
  return [
    text,
    (next) => {
      writeDraft(stored, next);
    },
    () => {
      dropDraft(stored);
    },
    {
      savedAt,
      kept,
      otherText,
      takeOtherText: () => {
        takeOtherText(stored);
      },
    },
  ];
}

/** The texts of several drafts, in the order of the keys. */
export function useDrafts(keys: string[]): string[] {
  const owner = use(DraftOwner);
  const stored = keys.map((key) => draftKey(owner, key)).join(BETWEEN);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = stored.split(BETWEEN).map((key) => onDraftChange(key, listener));
      return () => {
        stops.forEach((stop) => {
          stop();
        });
      };
    },
    [stored],
  );
  const texts = useSyncExternalStore(subscribe, () =>
    stored
      .split(BETWEEN)
      .map((key) => readDraft(key).text)
      .join(BETWEEN),
  );
  return keys.length === 0 ? [] : texts.split(BETWEEN);
}
