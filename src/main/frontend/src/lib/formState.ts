/** What a form knows about its last submission. The keys of `errors` are names of its fields. */
export type FormState = {
  /** The server accepted the input. */
  done: boolean;
  errors: Record<string, string>;
  /** An error that belongs to no field. */
  message: string | null;
  /** The session has ended. */
  signedOut: boolean;
};

/** The state after the field was changed: what was wrong with it may be right now. */
export function withoutError(state: FormState, field: string): FormState {
  const errors = Object.entries(state.errors).filter(([name]) => name !== field);
  return { ...state, errors: Object.fromEntries(errors) };
}

export const untouched: FormState = { done: false, errors: {}, message: null, signedOut: false };

export const done: FormState = { ...untouched, done: true };
