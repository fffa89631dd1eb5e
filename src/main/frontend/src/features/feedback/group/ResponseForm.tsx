import { useMutation } from 'urql';
import { graphql } from '@/api/gql';
import { SendForm } from '@/features/feedback/send/SendForm';
import { sendResult } from '@/features/feedback/send/sendResult';
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
  const [, sendFeedback] = useMutation(SendFeedback);
  return (
    <SendForm
      label={`Feedback on ${about}`}
      draftKey={responseDraft(responseId)}
      field={{
        name: 'feedback',
        label: 'Your feedback',
        hint: 'What works, what does not, what you would try. You cannot change it after sending.',
        rows: 6,
        words: true,
        maxCharacters: LONGEST_FEEDBACK,
      }}
      replies={{ label: 'The owner may reply', hint: 'You both stay “You” and “Them”.' }}
      button={{ label: 'Send feedback', variant: next ? 'primary' : 'plain' }}
      send={async (feedback, allowReplies) => {
        const variables = { feedbackResponseId: responseId, feedback, allowReplies };
        const { error, data } = await sendFeedback(variables);
        const payload = data?.submitFeedbackResponse;
        if (payload?.userErrors.some(({ code }) => code === 'ALREADY_SUBMITTED')) onOutdated();
        return sendResult(error, payload, 'feedback');
      }}
      onSent={onSent}
    />
  );
}
