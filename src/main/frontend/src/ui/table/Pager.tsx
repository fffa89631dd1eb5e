import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useSearchParams } from 'react-router';
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
  if (!hasPreviousPage && !hasNextPage) return null;
  const linkTo = (name: 'after' | 'before', cursor: string) => {
    const next = new URLSearchParams(search);
    next.delete('after');
    next.delete('before');
    next.set(name, cursor);
    return `?${next.toString()}`;
  };
  return (
    <nav className={layout.row} aria-label="Pages">
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
