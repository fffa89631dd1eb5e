import type { ReactNode } from 'react';
import { PageTabs } from '@/ui/page/PageTabs';
import { PageTitle } from '@/ui/page/PageTitle';

const pages = [
  { to: '/out-now', label: 'All releases', end: true },
  { to: '/out-now/yours', label: 'Yours' },
  { to: '/out-now/artists', label: 'Artists' },
];

/** Title and navigation of the pages about releases. */
export function ReleasesHead({ title, lede, crumb }: { title: string; lede?: ReactNode; crumb?: ReactNode }) {
  return (
    <div>
      <PageTitle crumb={crumb} lede={lede}>
        {title}
      </PageTitle>
      <PageTabs label="Releases" pages={pages} />
    </div>
  );
}
