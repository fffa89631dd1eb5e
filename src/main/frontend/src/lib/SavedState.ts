/** Where a text is that is being typed. */
export type SavedState = {
  /** Null: nothing is saved. */
  savedAt: string | null;
  /** False: the browser blocks storage, so that the text lasts as long as the page. */
  kept: boolean;
  /** Another text for the same thing, which was typed in another tab after this one. */
  otherText: string | null;
  takeOtherText: () => void;
};
