import { formsLeft, type GroupProgress } from './groupProgress';

/** The one thing that the member should do next. */
export type NextStep =
  | { kind: 'verify' }
  | { kind: 'write' | 'read' | 'rate' | 'reply'; group: GroupProgress }
  | { kind: 'wait' }
  | { kind: 'ask'; first: boolean };

export type Situation = {
  mayAsk: boolean;
  /** Newest first. */
  groups: GroupProgress[];
  hasPendingRequest: boolean;
};

/**
 * Forms come first, because other members wait for them, and among them those of the oldest group, where they have waited
 * longest. What concerns the member alone follows, newest group first. Only a new request can need a verified address.
 */
export function nextStep({ mayAsk, groups, hasPendingRequest }: Situation): NextStep {
  const owing = groups.findLast((group) => formsLeft(group) > 0);
  if (owing) return { kind: 'write', group: owing };
  const opened = groups.find(({ toRate, rated }) => toRate > 0 && !rated);
  if (opened) return { kind: 'read', group: opened };
  const unrated = groups.find(({ toRate }) => toRate > 0);
  if (unrated) return { kind: 'rate', group: unrated };
  const unanswered = groups.find(({ unreadReplies }) => unreadReplies > 0);
  if (unanswered) return { kind: 'reply', group: unanswered };
  if (!mayAsk) return { kind: 'verify' };
  return hasPendingRequest ? { kind: 'wait' } : { kind: 'ask', first: groups.length === 0 };
}
