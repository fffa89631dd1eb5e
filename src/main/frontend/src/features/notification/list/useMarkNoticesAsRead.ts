import { useEffect, type RefObject } from 'react';
import { useMutation } from 'urql';
import { graphql } from '@/api/gql';
import { whenShown } from '@/lib/whenShown';

const MarkNoticesAsReadMutation = graphql(`
  mutation MarkNoticesAsRead($noticeIds: [ID!]!) {
    markNoticesAsRead(noticeIds: $noticeIds) {
      success
      unreadNotices
    }
  }
`);

/** Marks the notices as read when the list comes onto the screen. */
export function useMarkNoticesAsRead(list: RefObject<HTMLElement | null>, newIds: string[]): void {
  const [, markAsRead] = useMutation(MarkNoticesAsReadMutation);
  const ids = newIds.join();
  useEffect(() => {
    const first = list.current?.firstElementChild;
    if (!first || ids === '') return;
    return whenShown(first, () => {
      // Without an answer, they stay new, and the next visit marks them.
      void markAsRead({ noticeIds: ids.split(',') });
    });
  }, [ids, list, markAsRead]);
}
