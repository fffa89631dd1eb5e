import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PageTabs } from '@/ui/page/PageTabs';
import { PageTitle } from '@/ui/page/PageTitle';
import { adminPages } from './adminPages';
import styles from './AdminHead.module.css';

/**
 * Title and navigation of the operators' pages.
 *
 * @param top whether this is the page to which the others lead
 */
export function AdminHead({ title, lede, top = false }: { title: string; lede?: ReactNode; top?: boolean }) {
  return (
    <div className={styles.head}>
      <PageTitle crumb={top ? null : <Link to="/admin">Operators</Link>} lede={lede}>
        {title}
      </PageTitle>
      <PageTabs
        label="Operators"
        pages={adminPages.map(({ path, label }) => ({ to: `/admin/${path}`, label }))}
      />
    </div>
  );
}
