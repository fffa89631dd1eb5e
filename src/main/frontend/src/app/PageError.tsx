import { useRevalidator, useRouteError } from 'react-router';
import { CombinedError } from 'urql';
import { problemOf } from '@/api/problem';
import layout from '@/ui/layout/layout.module.css';
import { Button } from '@/ui/button/Button';
import { PageTitle } from '@/ui/page/PageTitle';

/** In place of a page that could not be loaded or shown: what happened, and a way on. */
export function PageError() {
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  const problem = error instanceof CombinedError ? problemOf(error) : null;
  return (
    <main className={layout.page} id="main" tabIndex={-1}>
      <PageTitle>This page did not load</PageTitle>
      <p>{problem?.message ?? 'Something went wrong in this page. Load it again; what you typed is kept.'}</p>
      {problem?.requestId && (
        <p className={layout.soft}>For a report to the operators: {problem.requestId}</p>
      )}
      <p>
        {problem ? (
          <Button variant="primary" busy={state === 'loading'} onClick={() => void revalidate()}>
            Try again
          </Button>
        ) : (
          <Button
            variant="primary"
            onClick={() => {
              location.reload();
            }}
          >
            Load again
          </Button>
        )}
      </p>
    </main>
  );
}
