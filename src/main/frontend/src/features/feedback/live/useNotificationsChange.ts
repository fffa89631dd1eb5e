import { useEffect, useEffectEvent, useRef } from 'react';
import { useNotifications } from './useNotifications';

/**
 * Calls back after each event that can have changed what the page shows, also after the connection was lost and found again.
 *
 * @param loaded the number of notifications when the page was loaded. A first event with the same number tells nothing new.
 */
export function useNotificationsChange(loaded: number, onChange: () => void): void {
  const counts = useNotifications();
  const first = useRef(true);
  const changed = useEffectEvent(() => {
    if (counts && (!first.current || counts.openForms + counts.unreadReplies !== loaded)) onChange();
  });
  useEffect(() => {
    if (!counts) return;
    changed();
    first.current = false;
  }, [counts]);
}
