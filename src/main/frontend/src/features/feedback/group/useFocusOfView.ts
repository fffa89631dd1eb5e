import { useLayoutEffect, useRef } from 'react';
import type { GroupView } from './GroupTabs';

/** Moves the focus to the member's own track if the focused link has gone with the view before. */
export function useFocusOfView(view: GroupView): void {
  const before = useRef(view);
  useLayoutEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (document.activeElement === document.body) document.getElementById('yours')?.focus();
  }, [view]);
}
