import { Link } from 'react-router';
import { adminPages } from '@/features/admin/frame/adminPages';
import styles from './PageList.module.css';

/** What each page is for. */
export function PageList() {
  return (
    <ul className={styles.pages}>
      {adminPages.map(({ path, label, about }) => (
        <li key={path} className={styles.page}>
          <Link className={styles.link} to={`/admin/${path}`}>
            {label}
          </Link>
          <p className={styles.about}>{about}</p>
        </li>
      ))}
    </ul>
  );
}
