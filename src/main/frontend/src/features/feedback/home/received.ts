import { readFragment, type FragmentType } from '@/api/gql';
import { GroupWaiting_group, HomeGroup_group } from './homeQuery';

type Groups = readonly FragmentType<typeof HomeGroup_group>[];

/** The responses on the member's tracks that the page has shown. `ids` is null while the member owes forms in the group. */
export type Received = ReadonlyMap<number, { count: number; ids: ReadonlySet<number> | null }>;

/**
 * Keeps what was received as the page has first shown it, and adds groups that are new or have opened since. A response that
 * arrives later appears with the next load of the page: the moment of its arrival would tell who wrote it.
 */
export function keepReceived(before: Received, groups: Groups): Received {
  const after = new Map(before);
  for (const each of groups) {
    const group = readFragment(HomeGroup_group, each);
    const { userFeedbackResponses } = readFragment(GroupWaiting_group, group);
    const known = after.get(group.id);
    const opened = known && !known.ids && userFeedbackResponses;
    if (known && !opened) continue;
    const ids = userFeedbackResponses ? new Set(userFeedbackResponses.map(({ id }) => id)) : null;
    after.set(group.id, { count: ids?.size ?? group.userFeedbackResponseCount, ids });
  }
  const changed = [...after].some(([id, received]) => before.get(id) !== received);
  return changed ? after : before;
}
