/** Loads the document again, so that nothing of another session stays in memory. Drafts are kept by account. */
export function loadAgain(): void {
  location.reload();
}
