import { useNotifications } from '@/features/feedback/live/useNotifications';
import { CountBadge } from '@/ui/state/CountBadge';

/**
 * Forms and replies that wait for the member, live.
 *
 * @param props.before the count of the page's own data, shown until the first event
 */
export function WaitingCount(props: { before: number }) {
  const counts = useNotifications();
  return (
    <CountBadge
      count={counts ? counts.openForms + counts.unreadReplies : props.before}
      label="waiting for you"
    />
  );
}
