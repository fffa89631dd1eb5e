import { Link, useLocation, useRouteError } from 'react-router';
import { CombinedError } from 'urql';
import { problemOf } from '@/api/problem';
import { firstPage } from '@/lib/listVariables';
import layout from '@/ui/layout/layout.module.css';
import { notLoaded } from '@/ui/page/pageTexts';
import { ReleasesHead } from './ReleasesHead';

/** In place of a list whose address is not valid. The navigation stays. All else is reported by the shell. */
export function ReleasesError() {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  const { code, message } = error instanceof CombinedError ? problemOf(error) : {};
  if (code !== 'INVALID_CURSOR' && code !== 'INVALID_RELEASE_SEARCH') throw error;
  return (
    <>
      <ReleasesHead title={notLoaded} />
      <div className={layout.stack} role="alert">
        {code === 'INVALID_CURSOR' ? (
          <>
            <p>The link to this page of the list is not valid any more.</p>
            <p>
              <Link to={firstPage(new URLSearchParams(search))}>Go to the first page of the list</Link>
            </p>
          </>
        ) : (
          <>
            <p>{message}</p>
            <p>
              <Link to={pathname}>Go to the list without filters</Link>
            </p>
          </>
        )}
      </div>
    </>
  );
}
