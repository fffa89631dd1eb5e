import { useState } from 'react';
import { useClient, useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql } from '@/api/gql';
import { untouched, type FormState } from '@/lib/formState';

const FollowArtistMutation = graphql(`
  mutation FollowArtist($artistId: ID!) {
    followArtist(artistId: $artistId) {
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

const UnfollowArtistMutation = graphql(`
  mutation UnfollowArtist($artistId: ID!) {
    unfollowArtist(artistId: $artistId) {
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

const FollowedArtistQuery = graphql(`
  query FollowedArtist($id: ID!) {
    artist(id: $id) {
      id
      followed
    }
  }
`);

/** Follows an artist, or stops following. Then all places that show the artist say so. */
export function useFollow(artistId: string): {
  state: FormState;
  busy: boolean;
  setFollowed: (followed: boolean) => void;
} {
  const client = useClient();
  const [, follow] = useMutation(FollowArtistMutation);
  const [, unfollow] = useMutation(UnfollowArtistMutation);
  const [state, setState] = useState(untouched);
  const [busy, setBusy] = useState(false);
  const send = async (followed: boolean): Promise<FormState> => {
    if (followed) {
      const { error, data } = await follow({ artistId });
      return formResult(error, data?.followArtist);
    }
    const { error, data } = await unfollow({ artistId });
    return formResult(error, data?.unfollowArtist);
  };
  const setFollowed = async (followed: boolean) => {
    setBusy(true);
    const next = await send(followed);
    // Not an updater of the cache: those are part of the first load of every page.
    if (next.done) {
      await client
        .query(FollowedArtistQuery, { id: artistId }, { requestPolicy: 'network-only' })
        .toPromise();
    }
    setState(next);
    setBusy(false);
  };
  return {
    state,
    busy,
    setFollowed: (followed) => void setFollowed(followed),
  };
}
