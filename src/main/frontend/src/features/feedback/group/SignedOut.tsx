import { useLocation } from 'react-router';
import { PageTitle } from '@/ui/page/PageTitle';

/** The session ended while the page was open. */
export function SignedOut() {
  const { pathname, search } = useLocation();
  return (
    <>
      <PageTitle lede="What you typed is kept in this browser.">You are signed out</PageTitle>
      <p>
        {/* Loads the document again, so that the page knows about the session. */}
        <a href={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>Sign in</a>
      </p>
    </>
  );
}
