import { untouched, type FormState } from '@/lib/formState';

/** The state of a form whose password was refused, or null. The server names no argument for this error. */
export function wrongPassword(
  payload: { userErrors: readonly { code: string }[] } | null | undefined,
  field: string,
): FormState | null {
  return payload?.userErrors.some(({ code }) => code === 'WRONG_PASSWORD')
    ? { ...untouched, errors: { [field]: 'That is not your password.' } }
    : null;
}
