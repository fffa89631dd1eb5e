import { PageTitle } from './PageTitle';
import { SignInLink } from './SignInLink';

/** In place of a page whose session has ended while it was open. */
export function SignedOut() {
  return (
    <>
      <PageTitle lede="Your session has ended. What you typed is kept in this browser.">
        You are signed out
      </PageTitle>
      <p>
        <SignInLink />
      </p>
    </>
  );
}
