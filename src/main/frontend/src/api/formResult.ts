import type { CombinedError } from 'urql';
import { untouched, type FormState } from '@/lib/formState';
import { noAnswer, problemOf } from './problem';

type UserError = { code: string; message: string; argument?: string | null | undefined };

type Payload =
  { success?: boolean | null; error?: string | null; userErrors?: readonly UserError[] } | null | undefined;

/**
 * The state of a form after its mutation. An error with an argument belongs to the field of that name.
 *
 * @param fields the names of the form's fields. An error of another argument is the form's message.
 */
export function formResult(
  error: CombinedError | undefined,
  payload: Payload,
  fields: string[] = [],
): FormState {
  // A payload counts more than an error: the mutation can succeed, and reading the changed entity fail.
  if (!payload) {
    return {
      ...untouched,
      message: error ? problemOf(error).message : noAnswer,
    };
  }
  const userErrors = payload.userErrors ?? [];
  if (userErrors.length === 0) {
    return payload.success === false
      ? { ...untouched, message: payload.error ?? 'That did not work.' }
      : { ...untouched, done: true };
  }
  const state: FormState = { ...untouched, errors: {} };
  for (const { code, message, argument } of userErrors) {
    if (code === 'NOT_LOGGED_IN') state.signedOut = true;
    else if (argument && fields.includes(argument)) state.errors[argument] ??= message;
    else state.message ??= message;
  }
  return state;
}
