import { graphql, readFragment, type FragmentType } from '@/api/gql';
import layout from '@/ui/layout/layout.module.css';
import { UrlPlayer } from './UrlPlayer';

const TrackPlayer_request = graphql(`
  fragment TrackPlayer_request on FeedbackRequest {
    id
    mediaUrl
    mediaType
  }
`);

/** Plays the track of a request. */
export function TrackPlayer(props: { request: FragmentType<typeof TrackPlayer_request> }) {
  const { mediaUrl, mediaType } = readFragment(TrackPlayer_request, props.request);
  if (!mediaUrl) return <p className={layout.soft}>There is no track to play.</p>;
  // A changed track starts again with the button.
  return <UrlPlayer key={mediaUrl} mediaUrl={mediaUrl} mediaType={mediaType ?? null} />;
}
