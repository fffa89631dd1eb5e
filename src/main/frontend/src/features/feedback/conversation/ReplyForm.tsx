import { useLayoutEffect, useRef } from 'react';
import { useMutation } from 'urql';
import { graphql } from '@/api/gql';
import { SendForm } from '@/features/feedback/send/SendForm';
import { sendResult } from '@/features/feedback/send/sendResult';
import { replyDraft } from './replyDraft';

const LONGEST_REPLY = 10_000;

const SendReply = graphql(`
  mutation SendReply($feedbackResponseId: Int!, $text: String!, $allowReplies: Boolean!) {
    addFeedbackResponseReply(
      feedbackResponseId: $feedbackResponseId
      text: $text
      allowReplies: $allowReplies
    ) {
      success
      error
      userErrors {
        code
        message
        argument
      }
      reply {
        id
        ...Reply_reply
      }
    }
  }
`);

/** @param props.onSent gets whether the reply closes the conversation */
export function ReplyForm(props: {
  responseId: number;
  about: string;
  /** Whether the member has just asked to write. */
  focused: boolean;
  onSent: (closed: boolean) => void;
}) {
  const { responseId, about, focused, onSent } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [, sendReply] = useMutation(SendReply);
  useLayoutEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  return (
    <SendForm
      label={`Reply about ${about}`}
      draftKey={replyDraft(responseId)}
      field={{ ref: field, name: 'text', label: 'Your reply', rows: 2, maxCharacters: LONGEST_REPLY }}
      replies={{
        label: 'They may reply again',
        hint: 'Without it, your reply closes the conversation.',
      }}
      button={{ label: 'Send reply', variant: 'plain' }}
      send={async (text, allowReplies) => {
        const { error, data } = await sendReply({ feedbackResponseId: responseId, text, allowReplies });
        return sendResult(error, data?.addFeedbackResponseReply, 'text');
      }}
      onSent={(allowReplies) => {
        onSent(!allowReplies);
      }}
    />
  );
}
