import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { firstPage } from '@/lib/listVariables';
import { ButtonLink } from '@/ui/button/ButtonLink';
import layout from '@/ui/layout/layout.module.css';

type PageInfo = {
  hasPreviousPage: boolean;
  hasNextPage: boolean;
  startCursor?: string | null;
  endCursor?: string | null;
};

/** Links to the pages before and after this one. The cursor is in the URL, so that the back button works. */
export function Pager({ pageInfo }: { pageInfo: PageInfo }) {
  const [search] = useSearchParams();
  const { hasPreviousPage, hasNextPage, startCursor, endCursor } = pageInfo;
  const pages = useRef<HTMLElement>(null);
  const focused = useRef(false);
  useLayoutEffect(() => {
    // The first and the last page have one link less: the focus moves from it to the other one.
    if (!focused.current || document.activeElement !== document.body) return;
    (pages.current?.querySelector('a') ?? document.querySelector('main'))?.focus();
  }, [hasPreviousPage, hasNextPage]);
  if (!hasPreviousPage && !hasNextPage) return null;
  const focus = {
    onFocus: () => {
      focused.current = true;
    },
    // React does not call this for a link that it removes.
    onBlur: () => {
      focused.current = false;
    },
  };
  const linkTo = (name: 'after' | 'before', cursor: string) => {
    const next = new URLSearchParams(firstPage(search));
    next.set(name, cursor);
    return `?${next.toString()}`;
  };
  return (
    <nav {...focus} ref={pages} className={layout.row} aria-label="Pages">
      {hasPreviousPage && startCursor && (
        <ButtonLink to={linkTo('before', startCursor)}>
          <ArrowLeft />
          Previous
        </ButtonLink>
      )}
      {hasNextPage && endCursor && (
        <ButtonLink to={linkTo('after', endCursor)}>
          Next
          <ArrowRight />
        </ButtonLink>
      )}
    </nav>
  );
}
