import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import type { PendingRequest_RequestFragment } from '@/api/gql/graphql';
import { TrackFacts } from '@/features/feedback/track/TrackFacts';
import { ReferenceReleases } from '@/features/releases/reference/ReferenceReleases';
import { trackTitle } from '@/features/track/title/trackTitle';
import { className } from '@/lib/className';
import { untouched } from '@/lib/formState';
import { Button } from '@/ui/button/Button';
import { ButtonLink } from '@/ui/button/ButtonLink';
import { ActionProblem } from '@/ui/form/ActionProblem';
import layout from '@/ui/layout/layout.module.css';
import { Notice } from '@/ui/message/Notice';
import { StatusRegion } from '@/ui/message/StatusRegion';
import { ConfirmDialog } from '@/ui/overlay/ConfirmDialog';
import { Time } from '@/ui/text/Time';
import styles from './PendingRequest.module.css';

const PendingRequest_request = graphql(`
  fragment PendingRequest_request on FeedbackRequest {
    id
    track {
      url
      source
      title
    }
    feedbackPrompt
    emailWhenGrouped
    referenceReleases {
      id
      ...ReferenceReleases_release
    }
    ...TrackFacts_request
  }
`);

const WithdrawRequestMutation = graphql(`
  mutation WithdrawRequest($feedbackRequestId: Int!) {
    deleteFeedbackRequest(feedbackRequestId: $feedbackRequestId) {
      success
      error
      userErrors {
        code
        message
        argument
      }
    }
  }
`);

/** The request that waits for a group, or a link to ask for one. */
export function PendingRequest(props: {
  request: FragmentType<typeof PendingRequest_request> | null;
  nextRun: string | null;
  /** What the server said when the request was made. */
  notice: string | null;
  /** Whether a mail about the group would arrive. */
  mailsCome: boolean;
  /** Whether to offer a request if there is none. */
  mayAsk: boolean;
}) {
  const request = readFragment(PendingRequest_request, props.request);
  // The notice says it already.
  const withoutMail = props.notice === null && 'no mail about your group will come';
  const mailWords = props.mailsCome ? 'a mail tells you about your group' : withoutMail;
  const { revalidate } = useRevalidator();
  const [, withdraw] = useMutation(WithdrawRequestMutation);
  const [state, setState] = useState(untouched);
  const onWithdraw = async (feedbackRequestId: number) => {
    const { error, data } = await withdraw({ feedbackRequestId });
    const next = formResult(error, data?.deleteFeedbackRequest);
    setState(next);
    // The buttons are gone, and the heading of the page says what is next.
    if (next.done) document.getElementById('main')?.focus();
    // For example, the request is in a group now.
    else if (!error && !next.signedOut) await revalidate();
  };
  return (
    <>
      {request && (
        <section className={layout.stack} aria-labelledby="pending">
          <h2 id="pending">Waiting for a group</h2>
          {props.notice && <Notice>{props.notice}</Notice>}
          <div className={styles.pending}>
            <About request={request} mailWords={mailWords} />
            <div className={layout.row}>
              <ButtonLink to="/request">Edit</ButtonLink>
              <ConfirmDialog
                title="Withdraw your request?"
                trigger={<Button variant="quiet">Withdraw</Button>}
                confirmLabel="Withdraw"
                cancelLabel="Keep it"
                danger
                onConfirm={() => void onWithdraw(request.id)}
              >
                You are then not in the next groups. You can ask again at any time.
              </ConfirmDialog>
            </div>
          </div>
          <p className={className(layout.small, layout.soft)}>
            {props.nextRun ? (
              <>
                Groups are made <Time value={props.nextRun} /> your time.
              </>
            ) : (
              'Groups are made once a day.'
            )}{' '}
            Until then you can change or withdraw it.
          </p>
        </section>
      )}
      {!request && props.mayAsk && (
        <section className={layout.rowBetween} aria-label="Your next request">
          <p className={layout.soft}>No request of yours waits for a group.</p>
          <ButtonLink to="/request">Ask for feedback</ButtonLink>
        </section>
      )}
      <StatusRegion>
        {state.done && !request && <p className={layout.soft}>Your request is withdrawn.</p>}
      </StatusRegion>
      <ActionProblem state={state} />
    </>
  );
}

function About(props: { request: PendingRequest_RequestFragment; mailWords: string | false }) {
  const { request, mailWords } = props;
  const { track, feedbackPrompt, referenceReleases, emailWhenGrouped } = request;
  return (
    <div className={styles.about}>
      <p dir="auto">
        <strong>{trackTitle(track)}</strong>
      </p>
      <TrackFacts
        request={request}
        more={[!track && 'you only give feedback', emailWhenGrouped === true && mailWords]}
      />
      {feedbackPrompt?.trim() && (
        <p className={className(layout.small, styles.prompt)}>
          <span className={layout.soft}>You ask: </span>
          <bdi>{feedbackPrompt}</bdi>
        </p>
      )}
      <ReferenceReleases releases={referenceReleases} />
    </div>
  );
}
