/** Texts that several pages of groups show. */

/** The request was removed, or its owner has left. */
export const trackGone = 'This track is gone';

/** What a number of unread replies counts. */
export function newReplyWord(count: number): string {
  return count === 1 ? 'new reply' : 'new replies';
}
