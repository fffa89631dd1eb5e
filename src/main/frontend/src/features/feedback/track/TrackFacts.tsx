import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { genreName } from '@/features/track/genre/genres';
import { sourceOfLink } from '@/features/track/source/mediaSource';
import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';

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

/**
 * Artist, genre and service of the track of a request, in one line.
 *
 * @param props.more further facts at the end of the line; `false` is left out
 */
export function TrackFacts(props: {
  request: FragmentType<typeof TrackFacts_request>;
  more?: readonly (string | false)[];
}) {
  const { track, genre } = readFragment(TrackFacts_request, props.request);
  const facts = [genreName(genre), track && sourceOfLink(track), ...(props.more ?? [])];
  return (
    <p className={className(layout.small, layout.soft)}>
      {track?.artist && (
        <>
          <bdi>{track.artist}</bdi> ·{' '}
        </>
      )}
      {facts.filter(Boolean).join(' · ')}
    </p>
  );
}
