import { Link } from 'react-router';
import { PageTitle } from './PageTitle';

/** For an address without a page, and for a thing that does not exist or is not the member's. */
export function NotFound() {
  return (
    <>
      <PageTitle>Nothing here</PageTitle>
      <p>This page does not exist, or it is not yours to see.</p>
      <p>
        <Link to="/">Go to the start page</Link>
      </p>
    </>
  );
}
