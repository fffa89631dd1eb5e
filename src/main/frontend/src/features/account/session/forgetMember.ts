import { removeDrafts } from '@/lib/drafts';
import { tellSignedOut } from './signedOutElsewhere';

/**
 * After the session has ended on purpose: removes the drafts of the account, and loads a page as a new document, here and in the
 * other windows of the browser, so that nothing of the account stays in memory.
 */
export function forgetMember(username: string, next = '/'): void {
  removeDrafts(username);
  tellSignedOut();
  location.assign(next);
}
