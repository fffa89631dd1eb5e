import { NavLink } from 'react-router';
import styles from './PageTabs.module.css';

/** Links between pages that belong together. */
export function PageTabs(props: {
  /** Names the links for screen readers. */
  label: string;
  /** With `end`, a page is current only at its own path, not at the paths below. */
  pages: readonly { to: string; label: string; end?: boolean }[];
}) {
  return (
    <nav className={styles.tabs} aria-label={props.label}>
      {props.pages.map(({ to, label, end = false }) => (
        <NavLink key={to} className={styles.tab ?? ''} to={to} end={end}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
