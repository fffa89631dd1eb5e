import layout from '@/ui/layout/layout.module.css';
import { ButtonLink } from '@/ui/button/ButtonLink';
import { nothingHere } from './pageTexts';
import { PageTitle } from './PageTitle';

/** For an address without a page, and for a thing that does not exist or is not the reader's. */
export function NotFound() {
  return (
    <>
      <PageTitle lede="This page does not exist, or it is not yours to see.">{nothingHere}</PageTitle>
      <p className={layout.row}>
        <ButtonLink to="/">Go to the start page</ButtonLink>
      </p>
    </>
  );
}
