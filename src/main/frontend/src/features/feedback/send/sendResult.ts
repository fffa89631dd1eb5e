import type { CombinedError } from 'urql';
import { formResult } from '@/api/formResult';
import { untouched, type FormState } from '@/lib/formState';

/** Messages for what only happens when a page is old: another tab has sent, or another member has signed in. */
const ofOldPages = new Map([
  ['UNKNOWN_RESPONSE', 'Not sent: this form is no longer yours. Your text is kept. Load the page again.'],
  ['CONVERSATION_CLOSED', 'Not sent: this conversation is closed. Your text is kept.'],
]);

type Payload = Parameters<typeof formResult>[1];

/** The state of a form for a text. Every error says that the text is kept. */
export function sendResult(error: CombinedError | undefined, payload: Payload, field: string): FormState {
  if (!payload) {
    const { message } = formResult(error, payload);
    return { ...untouched, message: message && notSent(message) };
  }
  const userErrors = payload.userErrors?.map((userError) => ({
    ...userError,
    message: ofOldPages.get(userError.code) ?? userError.message,
  }));
  return formResult(undefined, { ...payload, userErrors: userErrors ?? [] }, [field]);
}

/** `The server did not answer. Try again.` → `Not sent: the server did not answer. Your text is kept. Try again.` */
function notSent(message: string): string {
  const [what = '', advice = ''] = message.split(/(?<=\.) (.*)/s);
  return `Not sent: ${what.charAt(0).toLowerCase()}${what.slice(1)} Your text is kept. ${advice}`.trim();
}
