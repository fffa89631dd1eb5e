import type { ReactNode } from 'react';
import { Link, useLocation, useRevalidator, useRouteError } from 'react-router';
import { CombinedError } from 'urql';
import { problemOf } from '@/api/problem';
import { Button } from '@/ui/button/Button';
import layout from '@/ui/layout/layout.module.css';
import { SignInLink } from '@/ui/page/SignInLink';
import { AdminHead } from './AdminHead';

function useWayOn(code: string | null): { words?: string; way: ReactNode } {
  const { pathname, search } = useLocation();
  const { revalidate, state } = useRevalidator();
  switch (code) {
    case 'INVALID_CURSOR': {
      const first = new URLSearchParams(search);
      first.delete('after');
      first.delete('before');
      return {
        words: 'The link to this page of the list is not valid any more.',
        way: <Link to={`${pathname}?${first.toString()}`}>Go to the first page of the list</Link>,
      };
    }
    case 'INVALID_SEARCH':
      // The message of the server says what a search needs.
      return { way: <Link to={pathname}>Go to the list without filters</Link> };
    case 'INVALID_RANGE':
      return {
        words: 'The first day is after the last one, or the period has more than 400 days.',
        way: <Link to={pathname}>Show the last 30 days</Link>,
      };
    case 'NOT_PERMITTED':
      return {
        words: 'Your account does not have the operator role any more.',
        way: <Link to="/">Go to the start page</Link>,
      };
    case 'NOT_LOGGED_IN':
      return {
        words: 'You are signed out.',
        way: <SignInLink />,
      };
    default:
      return {
        way: (
          <Button variant="primary" busy={state === 'loading'} onClick={() => void revalidate()}>
            Try again
          </Button>
        ),
      };
  }
}

/** In place of a page of operators that could not be loaded. The navigation stays. */
export function AdminError() {
  const error = useRouteError();
  const problem = error instanceof CombinedError ? problemOf(error) : null;
  const { words, way } = useWayOn(problem?.code ?? null);
  // Not an answer of the server: a mistake in the page, which the shell reports.
  if (!problem) throw error;
  return (
    <>
      <AdminHead title="This page did not load" />
      <div className={layout.stack} role="alert">
        <p>{words ?? problem.message}</p>
        {problem.requestId && <p className={layout.soft}>In the log: {problem.requestId}</p>}
        <p>{way}</p>
      </div>
    </>
  );
}
