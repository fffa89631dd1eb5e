import { useRef } from 'react';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Conversation } from '@/features/feedback/conversation/Conversation';
import { Rated } from '@/features/feedback/rating/Rated';
import { className } from '@/lib/className';
import { plural } from '@/lib/plural';
import layout from '@/ui/layout/layout.module.css';
import { StateLabel } from '@/ui/state/StateLabel';
import { Prose } from '@/ui/text/Prose';
import { Entry } from './Entry';
import { RateResponse } from './RateResponse';
import styles from './ReceivedEntry.module.css';

const ReceivedEntry_response = graphql(`
  fragment ReceivedEntry_response on FeedbackResponse {
    id
    feedback
    rating
    allowReplies
    replies
    unreadReplies
  }
`);

const rateOnce = 'You can rate once, and not change it later.';

/** A response on the member's track: to read, then to rate, then to talk about. */
export function ReceivedEntry(props: {
  number: number;
  response: FragmentType<typeof ReceivedEntry_response>;
  onOutdated: () => void;
}) {
  const { number, onOutdated } = props;
  const response = readFragment(ReceivedEntry_response, props.response);
  const { id, feedback, rating, allowReplies, replies, unreadReplies } = response;
  const talks = allowReplies || replies > 0;
  const rated = rating !== null;
  const ratingPart = useRef<HTMLDivElement>(null);
  return (
    <Entry
      id={`response-${number}`}
      number={`${number}`}
      state={
        rated ? <StateLabel state="done">Rated</StateLabel> : <StateLabel state="wait">Rate it</StateLabel>
      }
      title={`Response ${number}`}
      titleHidden
    >
      <Prose>{feedback ?? ''}</Prose>
      <div
        ref={ratingPart}
        role="group"
        aria-label={`Rating of response ${number}`}
        tabIndex={-1}
        className={rated ? styles.rated : undefined}
      >
        {rated ? (
          <Rated value={rating} />
        ) : (
          <RateResponse
            responseId={id}
            about={`response ${number}`}
            hint={
              !talks
                ? rateOnce
                : unreadReplies > 0
                  ? `${rateOnce} ${plural(unreadReplies, 'reply opens', 'replies open')} after your rating.`
                  : `${rateOnce} They allow replies: the conversation opens after your rating.`
            }
            onRated={() => {
              // The stars are gone, so they cannot keep the focus.
              ratingPart.current?.focus();
            }}
            onOutdated={onOutdated}
          />
        )}
      </div>
      {rated && talks && (
        <Conversation
          responseId={id}
          about={`response ${number}`}
          unread={unreadReplies}
          invitation="They allow replies. Ask what you would ask in the studio."
        />
      )}
      {!talks && (
        <p className={className(layout.small, layout.soft)}>
          The author of this response does not allow replies.
        </p>
      )}
    </Entry>
  );
}
