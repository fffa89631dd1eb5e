import type { GroupPageQuery } from '@/api/gql/graphql';
import { FormsPanel } from './FormsPanel';
import { othersOf } from './groupTexts';
import type { Jump } from './Panel';

type Group = NonNullable<GroupPageQuery['feedbackGroup']>;

function yours({
  feedbackRequest,
  userFeedbackResponses,
  userFeedbackResponseCount: count,
}: Group): Jump | null {
  if (!feedbackRequest.track || userFeedbackResponses) return null;
  return {
    to: 'yours',
    lamp: 'empty',
    title: 'Yours, locked',
    state: count === 0 ? 'none yet' : count === 1 ? '1 waits' : `${count} wait`,
  };
}

export function GivenPanel({ group }: { group: Group }) {
  return <FormsPanel responses={group.feedbackResponses} yours={yours(group)} about={othersOf(group)} />;
}
