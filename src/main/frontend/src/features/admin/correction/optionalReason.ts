/** Null if the field is empty: the server rejects an empty reason. */
export function optionalReason(reason: string): string | null {
  return reason.trim() || null;
}
