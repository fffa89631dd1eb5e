import { useQuery } from 'urql';
import { graphql } from '@/api/gql';
import { withoutSuspense } from '@/api/withoutSuspense';
import { PlayableTrack } from '@/features/track/player/PlayableTrack';
import { sourceOfLink } from '@/features/track/source/mediaSource';
import { trackTitle } from '@/features/track/title/trackTitle';
import { className } from '@/lib/className';
import { useDebounced } from '@/lib/useDebounced';
import { useFieldError } from '@/ui/form/Field';
import layout from '@/ui/layout/layout.module.css';
import { StatusRegion } from '@/ui/message/StatusRegion';
import { StateLabel } from '@/ui/state/StateLabel';
import styles from './LinkPreview.module.css';

const LinkPreviewQuery = graphql(`
  query LinkPreview($mediaUrl: String!) {
    mediaInfo(mediaUrl: $mediaUrl) {
      refusal
      resolvedLater
      track {
        url
        source
        ...PlayableTrack_track
      }
    }
  }
`);

/** What the group will see of a link, while it is typed. Has the same size with and without a player. */
export function LinkPreview(props: {
  link: string;
  /** The name of its field in the form. */
  field: string;
  /** The link of the request that is changed. It can be kept, also if new requests must not have it. */
  stored: string | undefined;
}) {
  const { link } = props;
  const error = useFieldError(props.field);
  const settled = useDebounced(link);
  const [{ data, operation }] = useQuery({
    query: LinkPreviewQuery,
    variables: { mediaUrl: settled },
    pause: settled === '',
    // The form must stay in place while the server answers.
    context: withoutSuspense,
  });
  const answered = link !== '' && data !== undefined;
  const known = answered && operation?.variables.mediaUrl === settled;
  const { track, refusal, resolvedLater = false } = data?.mediaInfo ?? {};
  return (
    <div className={styles.preview}>
      <StatusRegion>
        <div className={styles.status}>
          {known && refusal && !error && (
            <StateLabel state="empty">
              {link === props.stored ? 'You can keep this link. A new request cannot have it.' : refusal}
            </StateLabel>
          )}
          {known && track && (
            <StateLabel state="done">
              {sourceOfLink(track)}: <bdi>{trackTitle(track)}</bdi>
            </StateLabel>
          )}
        </div>
      </StatusRegion>
      <div className={styles.slot}>
        {answered && track ? (
          <PlayableTrack
            key={track.url}
            track={track}
            resolvedLater={resolvedLater}
            invitation="Try it as your group will hear it"
          />
        ) : (
          <p className={className(styles.place, layout.soft)}>
            Here you can try how your group will hear it.
          </p>
        )}
      </div>
    </div>
  );
}
