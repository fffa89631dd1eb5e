import { useRouteError } from 'react-router';
import { CombinedError } from 'urql';
import { problemOf } from '@/api/problem';
import layout from '@/ui/layout/layout.module.css';
import { notLoaded } from '@/ui/page/pageTexts';
import { AdminHead } from './AdminHead';
import { useErrorRecovery } from './useErrorRecovery';

/** In place of a page of operators that could not be loaded. The navigation stays. */
export function AdminError() {
  const error = useRouteError();
  const problem = error instanceof CombinedError ? problemOf(error) : null;
  const { message, action } = useErrorRecovery(problem?.code ?? null);
  // Not an answer of the server: a mistake in the page, which the shell reports.
  if (!problem) throw error;
  return (
    <>
      <AdminHead title={notLoaded} />
      <div className={layout.stack} role="alert">
        <p>{message ?? problem.message}</p>
        {problem.requestId && <p className={layout.soft}>In the log: {problem.requestId}</p>}
        <p>{action}</p>
      </div>
    </>
  );
}
