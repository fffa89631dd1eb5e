import { readFragment, type FragmentType } from '@/api/gql';
import { keepReceived, type Received } from '@/features/feedback/received/keepReceived';
import { GroupWaiting_group, HomeGroup_group } from './homeQuery';

type Groups = readonly FragmentType<typeof HomeGroup_group>[];

export type ReceivedByGroup = ReadonlyMap<number, Received>;

/** Keeps what was received as the page has first shown it, and adds groups that are new or have opened since. */
export function keepReceivedByGroup(before: ReceivedByGroup, groups: Groups): ReceivedByGroup {
  const after = new Map(before);
  for (const each of groups) {
    const { id, userFeedbackResponseCount: count, ...rest } = readFragment(HomeGroup_group, each);
    const { userFeedbackResponses: responses } = readFragment(GroupWaiting_group, rest);
    after.set(id, keepReceived(before.get(id), { count, responses }));
  }
  const changed = [...after].some(([id, received]) => before.get(id) !== received);
  return changed ? after : before;
}
