import { Link } from 'react-router';
import { adminPages } from '@/features/admin/frame/adminPages';
import styles from './Ways.module.css';

/** What each page is for. */
export function Ways() {
  return (
    <ul className={styles.ways}>
      {adminPages.map(({ path, label, about }) => (
        <li key={path} className={styles.way}>
          <Link className={styles.link} to={`/admin/${path}`}>
            {label}
          </Link>
          <p className={styles.about}>{about}</p>
        </li>
      ))}
    </ul>
  );
}
