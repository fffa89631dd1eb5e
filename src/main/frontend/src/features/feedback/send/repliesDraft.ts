/** The key of the draft of whether the other side may reply. Its text is empty if they may. */
export function repliesDraft(draftKey: string): string {
  return `${draftKey}-replies`;
}
