import type { Client } from 'urql';
import { graphql } from '@/api/gql';
import type { GroupPageQuery as GroupPageData } from '@/api/gql/graphql';
import { preload } from '@/api/preload';
import { ConversationQuery } from '@/features/feedback/conversation/ConversationQuery';
import { GroupPageQuery } from './GroupPageQuery';

type Group = NonNullable<GroupPageData['feedbackGroup']>;

/** What an event can change. Not the number of responses on the member's own track: see `useReceivedAtFirst`. */
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
      userFeedbackResponses {
        id
        allowReplies
        replies
        rating
        ...ReceivedEntry_response
        ...ReceivedPanel_response
      }
    }
  }
`);

const network = { requestPolicy: 'network-only' } as const;

type Talk = { id: number; allowReplies: boolean; replies: number };

/** The responses whose conversations the page shows. */
function conversationsOf({
  feedbackResponses,
  userFeedbackResponses,
}: Pick<Group, 'userFeedbackResponses'> & { feedbackResponses: (Talk & { submitted: boolean })[] }): Talk[] {
  const written = feedbackResponses.filter(({ submitted }) => submitted);
  const received = userFeedbackResponses?.filter(({ rating }) => rating !== null) ?? [];
  return [...written, ...received].filter(({ allowReplies, replies }) => allowReplies || replies > 0);
}

async function loadConversations(client: Client, responses: Talk[]): Promise<void> {
  await Promise.all(
    responses.map(({ id }) =>
      // A conversation that does not load says so in its place.
      client.query(ConversationQuery, { feedbackResponseId: id }, network).toPromise(),
    ),
  );
}

/** Loads the page with its conversations, so that nothing moves when it is shown. */
export async function loadGroup(client: Client, id: number): Promise<void> {
  const { feedbackGroup } = await preload(client, GroupPageQuery, { id });
  if (feedbackGroup) await loadConversations(client, conversationsOf(feedbackGroup));
}

/**
 * Loads what an event can have changed: the forms, and the conversations with more replies than before. Opens the feedback on the
 * member's track if all forms are sent.
 */
export async function refreshGroup(client: Client, before: Group): Promise<void> {
  const { data } = await client.query(GroupFormsQuery, { id: before.id }, network).toPromise();
  const now = data?.feedbackGroup;
  if (!now) return;
  const replies = new Map(conversationsOf(before).map((response) => [response.id, response.replies]));
  await loadConversations(
    client,
    // One that was not shown before loads when it is shown.
    conversationsOf(now).filter(
      (response) => replies.has(response.id) && replies.get(response.id) !== response.replies,
    ),
  );
}
