import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { genreName } from '@/features/track/genre/genres';
import { sourceOfLink } from '@/features/track/source/mediaSource';
import layout from '@/ui/layout/layout.module.css';
import { className } from '@/lib/className';

const TrackFacts_request = graphql(`
  fragment TrackFacts_request on FeedbackRequest {
    id
    track {
      url
      source
      artist
    }
    genre
  }
`);

/** Artist, genre and service of a track. */
export function TrackFacts(props: { request: FragmentType<typeof TrackFacts_request> }) {
  const { track, genre } = readFragment(TrackFacts_request, props.request);
  const source = track ? sourceOfLink(track) : null;
  return (
    <p className={className(layout.small, layout.soft)}>
      {track?.artist && (
        <>
          <bdi>{track.artist}</bdi> ·{' '}
        </>
      )}
      {[genreName(genre), source].filter(Boolean).join(' · ')}
    </p>
  );
}
