import { graphql } from '@/api/gql';

/** In a file of its own: an updater of the cache writes its answer. */
export const UnreadNoticesQuery = graphql(`
  query UnreadNotices {
    unreadNotices
  }
`);
