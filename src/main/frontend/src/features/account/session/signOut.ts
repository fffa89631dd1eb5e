import { reportingFetch } from '@/api/reportingFetch';
import { removeDrafts } from '@/lib/drafts';

/**
 * Ends the session, removes the drafts of the account, and loads the start page, so that nothing of the account stays in memory.
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
  removeDrafts(username);
  location.assign('/');
  return null;
}
