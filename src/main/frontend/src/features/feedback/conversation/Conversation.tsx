import { useState } from 'react';
import { useQuery } from 'urql';
import { problemOf } from '@/api/problem';
import { Button } from '@/ui/button/Button';
import layout from '@/ui/layout/layout.module.css';
import { Notice } from '@/ui/message/Notice';
import { Skeleton } from '@/ui/message/Skeleton';
import { ConversationQuery } from './ConversationQuery';
import { Replies } from './Replies';

/** A page does not wait for a conversation: it shows its own progress and errors. */
const apart = { suspense: false };

/**
 * The replies to a response, between its writer and the owner of the track.
 *
 * @param props.about what the response is called on the page, for example `response 2`
 * @param props.unread the number of replies that the member has not read
 * @param props.invitation in place of replies while there are none
 */
export function Conversation(props: {
  responseId: number;
  about: string;
  unread: number;
  invitation: string;
}) {
  const { responseId, about, unread, invitation } = props;
  const [{ data, error }, reload] = useQuery({
    query: ConversationQuery,
    variables: { feedbackResponseId: responseId },
    context: apart,
  });
  // A refetch that fails has no data. What was read before stays.
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  const shown = data ?? last;
  if (shown) {
    if (!shown.replies) return <p className={layout.soft}>This conversation is not yours to see.</p>;
    return (
      <Replies
        responseId={responseId}
        about={about}
        unread={unread}
        invitation={invitation}
        replies={shown.replies}
      />
    );
  }
  if (!error) return <Skeleton lines={3} />;
  return (
    <Notice kind="bad">
      The conversation did not load. {problemOf(error).message}{' '}
      <Button
        variant="quiet"
        onClick={() => {
          reload({ requestPolicy: 'network-only' });
        }}
      >
        Load it again
      </Button>
    </Notice>
  );
}
