import { Link } from 'react-router';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import { StateLabel } from '@/ui/state/StateLabel';
import { Time } from '@/ui/text/Time';
import styles from './NoticeEntry.module.css';

const NoticeEntry_notice = graphql(`
  fragment NoticeEntry_notice on Notice {
    id
    title
    text
    path
    link
    createdAt
    read
  }
`);

/** The whole entry leads to the page that the notice is about. */
export function NoticeEntry(props: { notice: FragmentType<typeof NoticeEntry_notice> }) {
  const { title, text, path, link, createdAt, read } = readFragment(NoticeEntry_notice, props.notice);
  return (
    <li className={styles.entry}>
      <div className={styles.about}>
        <h2 className={styles.title}>
          <Link to={path} className={styles.link}>
            {title}
          </Link>
        </h2>
        <p>{text}</p>
        <p className={className(layout.small, layout.soft)}>
          {link} · <Time value={createdAt} />
        </p>
      </div>
      {!read && (
        <div className={styles.state}>
          <StateLabel state="wait">New</StateLabel>
        </div>
      )}
    </li>
  );
}
