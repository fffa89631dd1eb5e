import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Conversation } from '@/features/feedback/conversation/Conversation';
import { UnsentDraft } from '@/features/feedback/send/UnsentDraft';
import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import { Prose } from '@/ui/text/Prose';
import { responseDraft } from './responseDraft';

const SentResponse_response = graphql(`
  fragment SentResponse_response on FeedbackResponse {
    id
    feedback
    allowReplies
    replies
    unreadReplies
  }
`);

/** What the member wrote, and the conversation with the owner of the track. */
export function SentResponse(props: { response: FragmentType<typeof SentResponse_response>; about: string }) {
  const { id, feedback, allowReplies, replies, unreadReplies } = readFragment(
    SentResponse_response,
    props.response,
  );
  return (
    <>
      <div className={layout.stackTight}>
        <p className={layout.label}>You wrote</p>
        <Prose>{feedback ?? ''}</Prose>
      </div>
      <UnsentDraft draftKey={responseDraft(id)} sent={feedback} />
      {allowReplies || replies > 0 ? (
        <Conversation
          responseId={id}
          about={props.about}
          unread={unreadReplies}
          invitation="You allow replies. The owner has not written yet."
        />
      ) : (
        <p className={className(layout.small, layout.soft)}>Replies are off.</p>
      )}
    </>
  );
}
