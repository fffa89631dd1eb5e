import { useRef } from 'react';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { trackGone } from '@/features/feedback/feedbackTexts';
import { TrackFacts } from '@/features/feedback/track/TrackFacts';
import { ReferenceReleases } from '@/features/releases/reference/ReferenceReleases';
import { TrackPlayer } from '@/features/track/player/TrackPlayer';
import { trackTitle } from '@/features/track/title/trackTitle';
import { useDraft } from '@/lib/useDraft';
import layout from '@/ui/layout/layout.module.css';
import { StateLabel } from '@/ui/state/StateLabel';
import { Entry } from './Entry';
import { formAnchor } from './formAnchor';
import styles from './FormEntry.module.css';
import { Prompt } from './Prompt';
import { responseDraft } from './responseDraft';
import { ResponseForm } from './ResponseForm';
import { SentResponse } from './SentResponse';

const FormEntry_response = graphql(`
  fragment FormEntry_response on FeedbackResponse {
    id
    submitted
    feedbackRequest {
      id
      track {
        url
        source
        title
      }
      feedbackPrompt
      referenceReleases {
        id
        ...ReferenceReleases_release
      }
      ...TrackFacts_request
      ...TrackPlayer_request
    }
    ...SentResponse_response
  }
`);

/** The track of another member, with the member's form or what they sent. */
export function FormEntry(props: {
  number: number;
  response: FragmentType<typeof FormEntry_response>;
  /** Whether the button to send is the next thing to do on the page. */
  next: boolean;
  onSent: () => void;
  /** The form was sent in another place. */
  onOutdated: () => void;
}) {
  const { number, onSent, onOutdated, next } = props;
  const response = readFragment(FormEntry_response, props.response);
  const { id, submitted, feedbackRequest: request } = response;
  const heading = useRef<HTMLHeadingElement>(null);
  const [draft] = useDraft(responseDraft(id));
  const title = request.track ? trackTitle(request.track) : trackGone;
  return (
    <Entry
      id={formAnchor(number)}
      number={`${number}`}
      state={
        submitted ? (
          <StateLabel state="done">Sent</StateLabel>
        ) : draft ? (
          <StateLabel state="begun">Draft</StateLabel>
        ) : (
          <StateLabel state="empty">Not begun</StateLabel>
        )
      }
      heading={heading}
      title={
        <>
          <span className={layout.hidden}>{number}.</span> <bdi>{title}</bdi>
        </>
      }
      about={<TrackFacts request={request} />}
    >
      <Prompt label="They ask">{request.feedbackPrompt}</Prompt>
      <ReferenceReleases releases={request.referenceReleases} />
      {request.track ? (
        <div className={submitted ? undefined : styles.besideForm}>
          <TrackPlayer request={request} />
        </div>
      ) : (
        <p className={layout.soft}>Its owner has left. What you wrote stays here for you.</p>
      )}
      {submitted ? (
        <SentResponse response={response} about={`track ${number}`} />
      ) : (
        <ResponseForm
          responseId={id}
          about={`track ${number}`}
          next={next}
          onSent={() => {
            // The form is gone, so its button cannot keep the focus.
            heading.current?.focus();
            onSent();
          }}
          onOutdated={onOutdated}
        />
      )}
    </Entry>
  );
}
