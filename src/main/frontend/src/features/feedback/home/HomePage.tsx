import { useState } from 'react';
import { useLocation } from 'react-router';
import type { Client } from 'urql';
import { preload } from '@/api/preload';
import { usePage } from '@/api/usePage';
import { getsMails, mayAskForFeedback } from '@/lib/addressState';
import { property } from '@/lib/property';
import { Split } from '@/ui/page/Split';
import { GroupList } from './GroupList';
import { HomePageQuery } from './homeQuery';
import { keepReceivedByGroup, type ReceivedByGroup } from './keepReceivedByGroup';
import { NextStepHead } from './NextStepHead';
import { nextStep } from './nextStep';
import { PendingRequest } from './PendingRequest';
import { progressOf } from './progressOf';
import { Rating } from './Rating';
import { useDraftedForms } from './useDraftedForms';
import { useLiveWaiting } from './useLiveWaiting';

const nothing: ReceivedByGroup = new Map();

export async function loadHome(client: Client): Promise<void> {
  await preload(client, HomePageQuery, {});
}

/** What the server said about the request that the member has just made on another page. */
function requestNotice(state: unknown): string | null {
  const notice = property(state, 'requestNotice');
  return typeof notice === 'string' ? notice : null;
}

/** What the member has to do next. Each visit starts anew, so that it shows what was received since the last one. */
export function HomePage() {
  return <Home key={useLocation().key} />;
}

function Home() {
  const { userDetails, unassignedRequest, nextAssignmentRun, feedbackGroups } = usePage(HomePageQuery);
  const location = useLocation();
  const [received, setReceived] = useState(() => keepReceivedByGroup(nothing, feedbackGroups));
  const kept = keepReceivedByGroup(received, feedbackGroups);
  if (kept !== received) setReceived(kept);
  const groups = useDraftedForms(feedbackGroups.map((group) => progressOf(group, kept)));
  useLiveWaiting(groups);
  const mailsCome = !userDetails || getsMails(userDetails);
  const step = nextStep({
    mayAsk: !userDetails || mayAskForFeedback(userDetails),
    groups,
    hasPendingRequest: unassignedRequest !== null,
  });
  return (
    <Split aside={<Rating rating={userDetails?.rating ?? null} />}>
      <NextStepHead step={step} username={userDetails?.username ?? ''} />
      <PendingRequest
        request={unassignedRequest ?? null}
        nextRun={nextAssignmentRun ?? null}
        notice={mailsCome ? null : requestNotice(location.state)}
        mailsCome={mailsCome}
        mayAsk={step.kind !== 'ask' && step.kind !== 'verify'}
      />
      <GroupList groups={groups} />
    </Split>
  );
}
