import { useState } from 'react';
import { useLocation } from 'react-router';
import type { GroupPageQuery } from '@/api/gql/graphql';
import { keepReceived, type Received } from '@/features/feedback/received/keepReceived';

type Group = NonNullable<GroupPageQuery['feedbackGroup']>;

/**
 * The group with the feedback on the member's track as this visit has first shown it. Events, and reloads after a lost connection,
 * add none: the moment at which a response appears would tell who wrote it.
 */
export function useReceivedAtFirst(group: Group | null): Group | null {
  const visit = useLocation().key;
  const [kept, setKept] = useState<{ visit: string; received?: Received | undefined }>({ visit });
  const before = kept.visit === visit ? kept.received : undefined;
  const received = group
    ? keepReceived(before, { count: group.userFeedbackResponseCount, responses: group.userFeedbackResponses })
    : before;
  if (kept.visit !== visit || kept.received !== received) setKept({ visit, received });
  return (
    group && {
      ...group,
      userFeedbackResponseCount: received?.count ?? 0,
      userFeedbackResponses: group.userFeedbackResponses?.filter(({ id }) => received?.ids?.has(id)) ?? null,
    }
  );
}
