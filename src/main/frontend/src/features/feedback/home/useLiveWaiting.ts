import { useClient, type Client } from 'urql';
import { useNotificationsChange } from '@/features/feedback/live/useNotificationsChange';
import { formsLeft, type GroupProgress } from './groupProgress';
import { HomePageQuery, HomeWaitingQuery } from './homeQuery';

const network = { requestPolicy: 'network-only' } as const;

/** Without an answer, the page keeps what it shows, and the shell tells about the connection. */
async function refetch(client: Client, shown: ReadonlySet<number>): Promise<void> {
  const { data } = await client.query(HomeWaitingQuery, {}, network).toPromise();
  const isNew = data?.feedbackGroups.some(({ id }) => !shown.has(id));
  // The moment at which a group is formed tells nothing about who wrote, so the whole page may be loaded.
  if (isNew) await client.query(HomePageQuery, {}, network).toPromise();
}

/** Loads what waits for the member again when an event tells of a change. */
export function useLiveWaiting(groups: GroupProgress[]): void {
  const client = useClient();
  const waiting = groups.reduce((total, group) => total + formsLeft(group) + group.unreadReplies, 0);
  useNotificationsChange(waiting, () => {
    void refetch(client, new Set(groups.map(({ id }) => id)));
  });
}
