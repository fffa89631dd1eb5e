import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { TrackFacts } from '@/features/feedback/track/TrackFacts';
import { ReferenceReleases } from '@/features/releases/reference/ReferenceReleases';
import { TrackPlayer } from '@/features/track/player/TrackPlayer';
import { trackTitle } from '@/features/track/title/trackTitle';
import type { ReactNode } from 'react';
import { Entry } from './Entry';
import { Prompt } from './Prompt';

const OwnTrack_request = graphql(`
  fragment OwnTrack_request on FeedbackRequest {
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
`);

/** The member's own track. */
export function OwnTrack(props: {
  request: FragmentType<typeof OwnTrack_request>;
  state: ReactNode;
  /** Whether its responses can be read. Before that, only their number matters. */
  open: boolean;
  children?: ReactNode;
}) {
  const request = readFragment(OwnTrack_request, props.request);
  const { track, feedbackPrompt, referenceReleases } = request;
  return (
    <Entry
      id="yours"
      number="Yours"
      state={props.state}
      title={<bdi>{track ? trackTitle(track) : 'You have no track here'}</bdi>}
      about={track ? <TrackFacts request={request} /> : undefined}
    >
      {props.open && track && (
        <>
          <Prompt label="You asked">{feedbackPrompt}</Prompt>
          <ReferenceReleases releases={referenceReleases} />
          <TrackPlayer request={request} />
        </>
      )}
      {props.children}
    </Entry>
  );
}
