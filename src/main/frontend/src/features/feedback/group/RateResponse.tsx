import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '@/api/gql';
import { formResult } from '@/api/formResult';
import { StarRating } from '@/features/feedback/rating/StarRating';
import { untouched } from '@/lib/formState';
import { ActionProblem } from '@/ui/form/ActionProblem';
import layout from '@/ui/layout/layout.module.css';
import styles from './RateResponse.module.css';

const RateFeedback = graphql(`
  mutation RateFeedback($feedbackResponseId: Int!, $rating: Int!) {
    rateFeedbackResponse(feedbackResponseId: $feedbackResponseId, rating: $rating) {
      success
      error
      userErrors {
        code
        message
        argument
      }
      feedbackResponse {
        id
        ...ReceivedEntry_response
        ...ReceivedPanel_response
      }
    }
  }
`);

/** One to five stars for a response, once. */
export function RateResponse(props: {
  responseId: number;
  about: string;
  hint: string;
  onRated: () => void;
  /** The response was rated in another place. */
  onOutdated: () => void;
}) {
  const [{ fetching }, rateFeedback] = useMutation(RateFeedback);
  const [state, setState] = useState(untouched);
  const rate = async (rating: number) => {
    if (fetching) return;
    setState(untouched);
    const { error, data } = await rateFeedback({ feedbackResponseId: props.responseId, rating });
    const payload = data?.rateFeedbackResponse;
    const after = formResult(error, payload);
    setState(after);
    if (after.done) props.onRated();
    else if (payload?.userErrors.some(({ code }) => code === 'ALREADY_RATED')) props.onOutdated();
  };
  return (
    <div className={styles.rate}>
      <StarRating
        legend={
          <>
            How helpful was this? <span className={layout.hidden}>Rate {props.about}</span>
          </>
        }
        busy={fetching}
        onRate={(rating) => void rate(rating)}
      />
      <p className={layout.small}>{props.hint}</p>
      <ActionProblem state={state} />
    </div>
  );
}
