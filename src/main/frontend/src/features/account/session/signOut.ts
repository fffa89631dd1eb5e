import { reportingFetch } from '@/api/reportingFetch';
import { signedInAs } from '@/api/signedInAs';
import { forgetMember } from './forgetMember';

/** Another member has signed in in another window. Their session goes on. */
const OTHER_MEMBER = 409;

/**
 * Ends the session and loads the start page.
 *
 * @returns what to tell the member if the session did not end, or null
 */
export async function signOut(username: string): Promise<string | null> {
  const member = signedInAs();
  const ofMember = member === null ? '' : `?member=${encodeURIComponent(member)}`;
  try {
    const response = await reportingFetch(`/logout${ofMember}`);
    if (response.status === OTHER_MEMBER) {
      location.assign('/');
      return null;
    }
    if (!response.ok) return 'You are still signed in: the server has a problem. Try again in a minute.';
  } catch {
    return 'You are still signed in: the server did not answer. Check your connection, then try again.';
  }
  forgetMember(username);
  return null;
}
