import { useLocation } from 'react-router';
import layout from '@/ui/layout/layout.module.css';
import { PageTitle } from '@/ui/page/PageTitle';

export function SignedOut() {
  const { pathname } = useLocation();
  return (
    <>
      <PageTitle lede="Your session has ended.">You are signed out</PageTitle>
      <p className={layout.row}>
        {/* Loads the document again, so that the pages know about the session. */}
        <a href={`/sign-in?next=${encodeURIComponent(pathname)}`}>Sign in</a>
      </p>
    </>
  );
}
