import { plural } from '@/lib/plural';
import type { LampState } from '@/ui/state/Lamp';
import { drafts, formsLeft, type GroupProgress } from './groupProgress';

/** The state of a group in its row: the lamp, and the same in words. */
export type GroupState = { lamp: LampState; words: string };

export function groupState(group: GroupProgress): GroupState {
  const waiting = [
    formsLeft(group) > 0 && `${plural(formsLeft(group), 'form')} to write`,
    group.unreadReplies > 0 && plural(group.unreadReplies, 'reply', 'replies'),
    group.toRate > 0 && `${group.toRate} to ${group.rated ? 'rate' : 'read and rate'}`,
  ].filter((words) => words !== false);
  if (waiting.length > 0) return { lamp: drafts(group) > 0 ? 'begun' : 'wait', words: waiting.join(', ') };
  if (group.track === null) {
    return {
      lamp: 'done',
      words: group.forms.length === 0 ? 'Nothing to write' : `All ${group.forms.length} sent`,
    };
  }
  return group.received === 0
    ? { lamp: 'empty', words: 'No responses yet' }
    : { lamp: 'done', words: 'All read and rated' };
}
