import { useEffect, useRef, type RefObject } from 'react';
import { useMutation } from 'urql';
import { graphql } from '@/api/gql';
import { whenShown } from '@/lib/whenShown';

const MarkAsRead = graphql(`
  mutation MarkRepliesAsRead($replyIds: [Int]!) {
    markRepliesAsRead(replyIds: $replyIds) {
      success
      feedbackResponses {
        id
        unreadReplies
      }
    }
  }
`);

/** Marks replies as read when the end of their list comes onto the screen. */
export function useMarkAsRead(list: RefObject<HTMLElement | null>, newIds: number[]): void {
  const [, markAsRead] = useMutation(MarkAsRead);
  const marked = useRef(new Set<number>());
  const ids = newIds.join();
  useEffect(() => {
    const replyIds = ids
      .split(',')
      .filter(Boolean)
      .map(Number)
      .filter((id) => !marked.current.has(id));
    const end = list.current?.lastElementChild;
    if (!end || replyIds.length === 0) return;
    return whenShown(end, () => {
      replyIds.forEach((id) => marked.current.add(id));
      // Without an answer, they stay unread, and the next visit marks them.
      void markAsRead({ replyIds });
    });
  }, [ids, list, markAsRead]);
}
