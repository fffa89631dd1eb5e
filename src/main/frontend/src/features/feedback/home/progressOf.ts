import { readFragment, type FragmentType } from '@/api/gql';
import { trackInSentence, trackTitle } from '@/features/track/title/trackTitle';
import type { GroupProgress } from './groupProgress';
import { GroupWaiting_group, HomeGroup_group } from './homeQuery';
import type { ReceivedByGroup } from './keepReceivedByGroup';

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** @param received of the responses on the member's track, only these count */
export function progressOf(
  group: FragmentType<typeof HomeGroup_group>,
  received: ReceivedByGroup,
): GroupProgress & { timeCreated: string } {
  const { id, name, timeCreated, feedbackRequest, ...rest } = readFragment(HomeGroup_group, group);
  const { feedbackResponses, userFeedbackResponses } = readFragment(GroupWaiting_group, rest);
  const known = received.get(id);
  const shown = (userFeedbackResponses ?? []).filter((response) => known?.ids?.has(response.id));
  return {
    id,
    name,
    timeCreated,
    track: feedbackRequest.track ? trackTitle(feedbackRequest.track) : null,
    yourTrack: trackInSentence(feedbackRequest.track, 'your'),
    forms: feedbackResponses.map((form) => ({
      id: form.id,
      track: trackInSentence(form.feedbackRequest.track, 'the'),
      submitted: form.submitted,
      drafted: false,
    })),
    received: known?.count ?? 0,
    toRate: shown.filter(({ rating }) => rating === null).length,
    rated: shown.some(({ rating }) => rating !== null),
    unreadReplies: sum([...feedbackResponses, ...shown].map(({ unreadReplies }) => unreadReplies)),
  };
}
