import type { Client } from 'urql';
import { graphql } from '@/api/gql';
import type { GroupPageQuery as GroupPageData } from '@/api/gql/graphql';
import { preload } from '@/api/preload';
import { ConversationQuery } from '@/features/feedback/conversation/ConversationQuery';
import { GroupPageQuery } from './GroupPageQuery';

type Group = NonNullable<GroupPageData['feedbackGroup']>;

/**
 * What an event can change. Not the responses on the member's own track: the moment at which one of them appears would tell
 * who wrote it, so their list and number change with a new visit only.
 */
const GroupFormsQuery = graphql(`
  query GroupForms($id: Int!) {
    feedbackGroup(feedbackGroupId: $id) {
      id
      feedbackResponses {
        id
        submitted
        feedback
        allowReplies
        replies
        unreadReplies
      }
    }
  }
`);

/** The ids of the responses whose conversations the page shows. */
function conversationsOf({ feedbackResponses, userFeedbackResponses }: Group): number[] {
  const written = feedbackResponses.filter(({ submitted }) => submitted);
  const received = userFeedbackResponses?.filter(({ rating }) => rating !== null) ?? [];
  return [...written, ...received]
    .filter(({ allowReplies, replies }) => allowReplies || replies > 0)
    .map(({ id }) => id);
}

async function loadConversations(client: Client, group: Group): Promise<void> {
  await Promise.all(
    conversationsOf(group).map((feedbackResponseId) =>
      // A conversation that does not load says so in its place.
      client.query(ConversationQuery, { feedbackResponseId }, { requestPolicy: 'network-only' }).toPromise(),
    ),
  );
}

/** Loads the page with its conversations, so that nothing moves when it is shown. */
export async function loadGroup(client: Client, id: number): Promise<void> {
  const { feedbackGroup } = await preload(client, GroupPageQuery, { id });
  if (feedbackGroup) await loadConversations(client, feedbackGroup);
}

/** Loads what an event can have changed. Opens the feedback on the member's track if all forms are sent. */
export async function refreshGroup(client: Client, group: Group): Promise<void> {
  const network = { requestPolicy: 'network-only' } as const;
  const { data } = await client.query(GroupFormsQuery, { id: group.id }, network).toPromise();
  const forms = data?.feedbackGroup?.feedbackResponses;
  if (group.userFeedbackResponses === null && forms?.every(({ submitted }) => submitted)) {
    await client.query(GroupPageQuery, { id: group.id }, network).toPromise();
  }
  await loadConversations(client, group);
}
