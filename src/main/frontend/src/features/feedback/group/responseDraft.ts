/** The key of the draft of a response. */
export function responseDraft(responseId: number): string {
  return `response-${responseId}`;
}
