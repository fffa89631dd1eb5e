type Reply = { id: number; username: string };

const fromThem = ({ username }: Reply) => username === 'Them';

/**
 * The ids of the replies from the other side that the member has read. Replies are ordered by the time at which this side could
 * see them, and reading marks all that are shown, so the unread ones are the last.
 */
export function readReplies(replies: readonly Reply[], unread: number): ReadonlySet<number> {
  const theirs = replies.filter(fromThem);
  return new Set(theirs.slice(0, Math.max(0, theirs.length - unread)).map(({ id }) => id));
}

/** The ids of the replies that are new to the member. */
export function newReplies(replies: readonly Reply[], read: ReadonlySet<number>): number[] {
  return replies.filter((reply) => fromThem(reply) && !read.has(reply.id)).map(({ id }) => id);
}
