import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { usePage } from '@/api/usePage';
import { useNotificationsChange } from '@/features/feedback/live/useNotificationsChange';
import { idParam } from '@/lib/idParam';
import { NotFound } from '@/ui/page/NotFound';
import { PageTitle } from '@/ui/page/PageTitle';
import { SignedOut } from '@/ui/page/SignedOut';
import { GivenEntries } from './GivenEntries';
import { GivenPanel } from './GivenPanel';
import { refreshGroup } from './groupData';
import styles from './GroupPage.module.css';
import { GroupPageQuery } from './GroupPageQuery';
import { GroupTabs, type GroupView } from './GroupTabs';
import { ledeOf } from './groupTexts';
import { ReceivedEntries } from './ReceivedEntries';
import { ReceivedPanel } from './ReceivedPanel';
import { useFocusOfView } from './useFocusOfView';
import { useReceivedAtFirst } from './useReceivedAtFirst';

/** A group as one of its members sees it: what to write, and what the others wrote. */
export function GroupPage() {
  const id = idParam(useParams().groupId);
  return id === null ? <NotFound /> : <Group key={id} id={id} />;
}

function Group({ id }: { id: number }) {
  const client = useClient();
  const [asked] = useSearchParams();
  const { userDetails: viewer, feedbackGroup } = usePage(GroupPageQuery, { id });
  const group = useReceivedAtFirst(feedbackGroup ?? null);
  const [notifications] = useState(viewer?.notifications ?? 0);
  // Feedback that opens while one writes does not take the place of what one has written.
  const [openAtFirst] = useState(Boolean(group?.userFeedbackResponses));
  const refresh = () => {
    if (group) void refreshGroup(client, group);
  };
  useNotificationsChange(notifications, refresh);
  const received = group?.feedbackRequest.track ? group.userFeedbackResponses : null;
  const wanted = asked.get('show') ?? (openAtFirst ? 'received' : 'given');
  const view: GroupView = received && wanted === 'received' ? 'received' : 'given';
  useFocusOfView(view);

  if (!viewer) return <SignedOut />;
  if (!group) return <NotFound />;
  return (
    <div className={styles.group}>
      <PageTitle crumb={<Link to="/">Home</Link>} lede={ledeOf(group)}>
        {group.name}
      </PageTitle>
      {received && view === 'received' ? (
        <ReceivedPanel responses={received} />
      ) : (
        <GivenPanel group={group} />
      )}
      <div className={styles.content}>
        {received && (
          <GroupTabs
            view={view}
            toRate={received.filter(({ rating }) => rating === null).length}
            unreadReplies={group.feedbackResponses.reduce((sum, { unreadReplies }) => sum + unreadReplies, 0)}
          />
        )}
        {received && view === 'received' ? (
          <ReceivedEntries request={group.feedbackRequest} responses={received} onOutdated={refresh} />
        ) : (
          <GivenEntries group={group} onChanged={refresh} />
        )}
      </div>
    </div>
  );
}
