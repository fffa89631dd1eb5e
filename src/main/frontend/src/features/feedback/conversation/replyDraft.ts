/** The key of the draft of a reply to a response. */
export function replyDraft(responseId: number): string {
  return `reply-${responseId}`;
}
