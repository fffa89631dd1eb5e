import { useEffect } from 'react';
import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router';
import { CombinedError } from 'urql';
import { problemOf } from '@/api/problem';
import { Button } from '@/ui/button/Button';
import layout from '@/ui/layout/layout.module.css';
import { NotFound } from '@/ui/page/NotFound';
import { notLoaded } from '@/ui/page/pageTexts';
import { PageTitle } from '@/ui/page/PageTitle';

/** In place of a page that could not be loaded or shown: what happened, and what to do. */
export function PageError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return error instanceof CombinedError ? <NotLoaded error={error} /> : <Broken />;
}

function NotLoaded({ error }: { error: CombinedError }) {
  const { revalidate, state } = useRevalidator();
  const { message, requestId } = problemOf(error);
  useEffect(() => {
    const onOnline = () => void revalidate();
    addEventListener('online', onOnline);
    return () => {
      removeEventListener('online', onOnline);
    };
  }, [revalidate]);
  return (
    <>
      <PageTitle lede={message}>{notLoaded}</PageTitle>
      <div className={layout.stack}>
        <div className={layout.row}>
          <Button variant="primary" busy={state === 'loading'} onClick={() => void revalidate()}>
            {state === 'loading' ? 'Trying again' : 'Try again'}
          </Button>
        </div>
        {requestId && (
          <p className={layout.soft}>
            If it happens again, give the operators this number: <code>{requestId}</code>
          </p>
        )}
      </div>
    </>
  );
}

/** Code that could not be loaded, for example after an update of the service, or an error in it. */
function Broken() {
  return (
    <>
      <PageTitle lede="Something went wrong in this page. Load it again; drafts are kept.">
        {notLoaded}
      </PageTitle>
      <div className={layout.row}>
        <Button
          variant="primary"
          onClick={() => {
            location.reload();
          }}
        >
          Load again
        </Button>
      </div>
    </>
  );
}
