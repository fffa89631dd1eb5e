import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import layout from '@/ui/layout/layout.module.css';

/** Whether a page was shown before. The first page does not move the focus. */
let navigated = false;

/**
 * The heading of a page: sets the title of the window, and takes the focus after a navigation, unless the link leads to a part of the
 * page.
 */
export function PageTitle(props: { children: string; lede?: ReactNode; crumb?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Filters and cursors change the search, and leave the focus where it is.
  const { pathname, hash } = useLocation();
  const shown = useRef<string | null>(null);
  // The focus moves together with the page: later, it would be taken from what the member already uses. React runs the effect
  // again when a page that waited for data is shown again.
  useLayoutEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const target = document.getElementById(hash.slice(1)) ?? heading.current;
    if (navigated) target?.focus({ preventScroll: true });
    navigated = true;
  }, [pathname, hash]);
  return (
    <header className={layout.head}>
      <title>{`${props.children} · How’s My Track?`}</title>
      {props.crumb && <div className={layout.crumb}>{props.crumb}</div>}
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {props.children}
      </h1>
      {props.lede && <div className={layout.lede}>{props.lede}</div>}
    </header>
  );
}
