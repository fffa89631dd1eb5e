import { useLocation } from 'react-router';

/** Leads to the sign-in page and back. Loads the document again, so that nothing of the ended session is left. */
export function SignInLink({ className }: { className?: string | undefined }) {
  const { pathname, search } = useLocation();
  return (
    <a className={className} href={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
      Sign in
    </a>
  );
}
