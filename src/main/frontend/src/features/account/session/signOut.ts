import { reportingFetch } from '@/api/reportingFetch';
import { forgetMember } from './forgetMember';

/**
 * Ends the session and loads the start page.
 *
 * @returns what to tell the member if the session did not end, or null
 */
export async function signOut(username: string): Promise<string | null> {
  try {
    const response = await reportingFetch('/logout');
    if (!response.ok) return 'You are still signed in: the server has a problem. Try again in a minute.';
  } catch {
    return 'You are still signed in: the server did not answer. Check your connection, then try again.';
  }
  forgetMember(username);
  return null;
}
