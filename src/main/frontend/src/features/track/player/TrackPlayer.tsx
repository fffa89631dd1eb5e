import { graphql, readFragment, type FragmentType } from '@/api/gql';
import layout from '@/ui/layout/layout.module.css';
import { PlayableTrack } from './PlayableTrack';

const TrackPlayer_request = graphql(`
  fragment TrackPlayer_request on FeedbackRequest {
    id
    track {
      url
      ...PlayableTrack_track
    }
  }
`);

/** Plays the track of a request. */
export function TrackPlayer(props: { request: FragmentType<typeof TrackPlayer_request> }) {
  const { track } = readFragment(TrackPlayer_request, props.request);
  if (!track) return <p className={layout.soft}>There is no track to play.</p>;
  // A changed track starts again with the button.
  return <PlayableTrack key={track.url} track={track} />;
}
