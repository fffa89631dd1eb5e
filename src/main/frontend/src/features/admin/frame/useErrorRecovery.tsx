import type { ReactNode } from 'react';
import { Link, useLocation, useRevalidator } from 'react-router';
import { firstPage } from '@/lib/listVariables';
import { Button } from '@/ui/button/Button';
import { signedOut } from '@/ui/page/pageTexts';
import { SignInLink } from '@/ui/page/SignInLink';

type ErrorRecovery = {
  /** In place of the message of the server, where operators need other words. */
  message?: string;
  /** What the operator can do. */
  action: ReactNode;
};

/** @param code of the error that the server has answered. Null: it has answered none. */
export function useErrorRecovery(code: string | null): ErrorRecovery {
  const { pathname, search } = useLocation();
  const { revalidate, state } = useRevalidator();
  switch (code) {
    case 'INVALID_CURSOR':
      return {
        message: 'The link to this page of the list is not valid any more.',
        action: <Link to={firstPage(new URLSearchParams(search))}>Go to the first page of the list</Link>,
      };
    case 'INVALID_SEARCH':
      // The message of the server says what a search needs.
      return { action: <Link to={pathname}>Go to the list without filters</Link> };
    case 'INVALID_RANGE':
      return {
        message: 'The first day is after the last one, or the period has more than 400 days.',
        action: <Link to={pathname}>Show the last 30 days</Link>,
      };
    case 'NOT_PERMITTED':
      return {
        message: 'Your account does not have the operator role any more.',
        action: <Link to="/">Go to the start page</Link>,
      };
    case 'NOT_LOGGED_IN':
      return { message: signedOut, action: <SignInLink /> };
    default:
      return {
        action: (
          <Button variant="primary" busy={state === 'loading'} onClick={() => void revalidate()}>
            Try again
          </Button>
        ),
      };
  }
}
