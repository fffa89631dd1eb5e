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

export const untouched: FormState = { done: false, errors: {}, message: null, signedOut: false };

export const done: FormState = { ...untouched, done: true };
