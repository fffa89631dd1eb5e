import { use, useCallback, useSyncExternalStore } from 'react';
import { DraftOwner } from './DraftOwner';
import {
  draftKey,
  dropDraft,
  onDraftChange,
  readDraft,
  takeOtherText,
  writeDraft,
  type Draft,
} from './drafts';

export type DraftState = Pick<Draft, 'savedAt' | 'kept' | 'otherText'> & { takeOtherText: () => void };

/**
 * Text that is being typed. It is kept in the browser for the account of `DraftOwner` until it is dropped, so that a reload,
 * the back button and a lost session do not lose it.
 *
 * @param key names the thing that the text is for, for example `response-12`.
 */
export function useDraft(
  key: string,
): [text: string, write: (text: string) => void, drop: () => void, state: DraftState] {
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
