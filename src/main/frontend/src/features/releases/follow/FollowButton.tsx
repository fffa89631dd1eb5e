import { UserRoundCheck, UserRoundPlus } from 'lucide-react';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Button } from '@/ui/button/Button';
import { ActionProblem } from '@/ui/form/ActionProblem';
import layout from '@/ui/layout/layout.module.css';
import { useFollow } from './useFollow';

const FollowButton_artist = graphql(`
  fragment FollowButton_artist on Artist {
    id
    followed
  }
`);

/** On the page of the artist. */
export function FollowButton(props: { artist: FragmentType<typeof FollowButton_artist> }) {
  const { id, followed } = readFragment(FollowButton_artist, props.artist);
  const { state, busy, setFollowed } = useFollow(id);
  return (
    <div>
      <div className={layout.row}>
        <Button
          variant={followed ? 'plain' : 'primary'}
          busy={busy}
          onClick={() => {
            setFollowed(!followed);
          }}
        >
          {followed ? <UserRoundCheck /> : <UserRoundPlus />}
          {followed ? 'Stop following' : 'Follow'}
        </Button>
        {followed && <span className={layout.soft}>New releases are in yours.</span>}
      </div>
      <ActionProblem state={state} pending={busy} />
    </div>
  );
}
