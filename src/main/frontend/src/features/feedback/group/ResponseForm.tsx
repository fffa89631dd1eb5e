import { useActionState } from 'react';
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
import { responseDraft } from './responseDraft';

const LONGEST_FEEDBACK = 20_000;

const SendFeedback = graphql(`
  mutation SendFeedback($feedbackResponseId: Int!, $feedback: String!, $allowReplies: Boolean!) {
    submitFeedbackResponse(
      feedbackResponseId: $feedbackResponseId
      feedback: $feedback
      allowReplies: $allowReplies
    ) {
      success
      error
      userErrors {
        code
        message
        argument
      }
      feedbackResponse {
        id
        ...FormEntry_response
        ...FormsPanel_response
      }
    }
  }
`);

/** What a member writes about the track of another. */
export function ResponseForm(props: {
  responseId: number;
  about: string;
  next: boolean;
  onSent: () => void;
  onOutdated: () => void;
}) {
  const { responseId, about, next, onSent, onOutdated } = props;
  const [feedback, setFeedback, dropFeedback, draft] = useDraft(responseDraft(responseId));
  const [, sendFeedback] = useMutation(SendFeedback);
  const [state, send] = useActionState(async (_: FormState, form: FormData) => {
    const { error, data } = await sendFeedback({
      feedbackResponseId: responseId,
      feedback,
      allowReplies: form.has('allowReplies'),
    });
    const payload = data?.submitFeedbackResponse;
    const after = sendResult(error, payload, 'feedback');
    if (after.done) {
      dropFeedback();
      onSent();
    } else if (payload?.userErrors.some(({ code }) => code === 'ALREADY_SUBMITTED')) onOutdated();
    return after;
  }, untouched);
  return (
    <ActionForm state={state} onAction={send} label={`Feedback on ${about}`}>
      <ProseField
        name="feedback"
        label="Your feedback"
        hint="What works, what does not, what you would try."
        rows={6}
        words
        value={feedback}
        onChange={setFeedback}
        maxCharacters={LONGEST_FEEDBACK}
        status={<DraftStatus draft={draft} />}
      />
      <Checkbox
        name="allowReplies"
        label="The owner may reply"
        hint="You both stay “You” and “Them”."
        defaultChecked
      />
      <SubmitButton variant={next ? 'primary' : 'plain'} busyLabel="Sending">
        Send feedback
      </SubmitButton>
    </ActionForm>
  );
}
