import { useActionState, useEffect, useRef } from 'react';
import { useMutation } from 'urql';
import { graphql } from '@/api/gql';
import { sendResult } from '@/features/feedback/send/sendResult';
import { untouched, type FormState } from '@/lib/formState';
import { useDraft } from '@/lib/useDraft';
import { ActionForm } from '@/ui/form/ActionForm';
import { Checkbox } from '@/ui/form/Checkbox';
import { DraftStatus } from '@/ui/form/DraftStatus';
import { ProseField } from '@/ui/form/ProseField';
import { SubmitButton } from '@/ui/form/SubmitButton';
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
  const [text, setText, dropText, draft] = useDraft(replyDraft(responseId));
  const [, sendReply] = useMutation(SendReply);
  const [state, send] = useActionState(async (_: FormState, form: FormData) => {
    const allowReplies = form.has('allowReplies');
    const { error, data } = await sendReply({ feedbackResponseId: responseId, text, allowReplies });
    const next = sendResult(error, data?.addFeedbackResponseReply, 'text');
    if (next.done) {
      dropText();
      onSent(!allowReplies);
    }
    return next;
  }, untouched);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  return (
    <ActionForm state={state} onAction={send} label={`Reply about ${about}`}>
      <ProseField
        ref={field}
        name="text"
        label="Your reply"
        rows={2}
        value={text}
        onChange={setText}
        maxCharacters={LONGEST_REPLY}
        status={<DraftStatus draft={draft} />}
      />
      <Checkbox
        name="allowReplies"
        label="They may reply again"
        hint="Without it, your reply closes the conversation."
        defaultChecked
      />
      <SubmitButton variant="plain" busyLabel="Sending">
        Send reply
      </SubmitButton>
    </ActionForm>
  );
}
