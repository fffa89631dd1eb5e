/** The responses on a member's track in one group, as a page has shown them. `ids` is null while the member owes forms there. */
export type Received = { count: number; ids: ReadonlySet<number> | null };

/**
 * Keeps what was received as the page has first shown it, until it opens. A response that arrives later appears with the next visit:
 * the moment of its arrival would tell who wrote it.
 */
export function keepReceived(
  before: Received | undefined,
  now: { count: number; responses: readonly { id: number }[] | null | undefined },
): Received {
  if (before && (before.ids || !now.responses)) return before;
  const ids = now.responses ? new Set(now.responses.map(({ id }) => id)) : null;
  return { count: ids?.size ?? now.count, ids };
}
