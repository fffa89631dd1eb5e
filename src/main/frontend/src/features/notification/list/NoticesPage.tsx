import { useRef } from 'react';
import { Link } from 'react-router';
import { usePage } from '@/api/usePage';
import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import { EmptyState } from '@/ui/message/EmptyState';
import { PageTitle } from '@/ui/page/PageTitle';
import { NoticeEntry } from './NoticeEntry';
import { NoticesPageQuery } from './noticesQuery';
import styles from './NoticesPage.module.css';
import { useMarkNoticesAsRead } from './useMarkNoticesAsRead';

/** What the member was told. Each visit loads the list anew, so what is new stays marked during the visit. */
export function NoticesPage() {
  const { notices } = usePage(NoticesPageQuery);
  const list = useRef<HTMLOListElement>(null);
  useMarkNoticesAsRead(
    list,
    notices.filter(({ read }) => !read).map(({ id }) => id),
  );
  return (
    <>
      <PageTitle>Notices</PageTitle>
      {notices.length === 0 ? (
        <EmptyState>
          No notices yet. When feedback on your track can be read, or a reply waits, you find it here.
        </EmptyState>
      ) : (
        <ol className={styles.list} ref={list}>
          {notices.map((notice) => (
            <NoticeEntry key={notice.id} notice={notice} />
          ))}
        </ol>
      )}
      <p className={className(styles.about, layout.small, layout.soft)}>
        News about feedback and replies comes at full hours, so that no time tells who wrote. Older notices
        are deleted. <Link to="/settings">Choose in the settings what is mailed</Link>.
      </p>
    </>
  );
}
