import { AudioLines, Bell, Disc3, House, ShieldCheck, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { UnreadCount } from '@/features/notification/count/UnreadCount';
import styles from './MainNavigation.module.css';
import { WaitingCount } from './WaitingCount';

/** The pages of a member. On a phone, a bar at the bottom. */
export function MainNavigation(props: { operator: boolean; notifications: number }) {
  return (
    <nav className={styles.navigation} aria-label="Main">
      <ul className={styles.list}>
        <Item to="/" icon={House} label="Home">
          <span className={styles.count}>
            <WaitingCount before={props.notifications} />
          </span>
        </Item>
        <Item to="/request" icon={AudioLines} label="Ask for feedback" />
        <Item to="/out-now" icon={Disc3} label="Out now" />
        <Item to="/notices" icon={Bell} label="Notices">
          <span className={styles.count}>
            <UnreadCount />
          </span>
        </Item>
        {props.operator && <Item to="/admin" icon={ShieldCheck} label="Operators" />}
      </ul>
    </nav>
  );
}

function Item(props: { to: string; icon: LucideIcon; label: string; children?: ReactNode }) {
  const Icon = props.icon;
  return (
    <li>
      <NavLink className={styles.link ?? ''} to={props.to} end={props.to === '/'}>
        <Icon />
        {props.label} {props.children}
      </NavLink>
    </li>
  );
}
