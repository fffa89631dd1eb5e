import { useQuery } from 'urql';
import { problemOf } from '@/api/problem';
import { useLastData } from '@/api/useLastData';
import { withoutSuspense } from '@/api/withoutSuspense';
import { Button } from '@/ui/button/Button';
import layout from '@/ui/layout/layout.module.css';
import { Notice } from '@/ui/message/Notice';
import { Skeleton } from '@/ui/message/Skeleton';
import { ConversationQuery } from './ConversationQuery';
import { Replies } from './Replies';

/**
 * The replies to a response, between its author and the owner of the track.
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
  const [result, reload] = useQuery({
    query: ConversationQuery,
    variables: { feedbackResponseId: responseId },
    // A conversation shows its own progress and errors.
    context: withoutSuspense,
  });
  const data = useLastData(result);
  if (data) {
    if (!data.replies) return <p className={layout.soft}>This conversation is not yours to see.</p>;
    return (
      <Replies
        responseId={responseId}
        about={about}
        unread={unread}
        invitation={invitation}
        replies={data.replies}
      />
    );
  }
  if (!result.error) return <Skeleton lines={3} />;
  return (
    <Notice kind="bad">
      The conversation did not load. {problemOf(result.error).message}{' '}
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
