import { LogOut, Settings, ShieldCheck } from 'lucide-react';
import { signOut } from '@/features/account/session/signOut';
import { Menu } from '@/ui/overlay/Menu';
import styles from './AccountMenu.module.css';
import { initials } from './initials';

export function AccountMenu(props: {
  username: string;
  operator: boolean;
  /** Takes what to tell the member if the session did not end. */
  onSignOutFailed: (message: string) => void;
}) {
  const endSession = async () => {
    const problem = await signOut(props.username);
    if (problem !== null) props.onSignOutFailed(problem);
  };
  return (
    <Menu
      label="Account and settings"
      trigger={<span className={styles.avatar}>{initials(props.username)}</span>}
      items={[
        { label: 'Settings', icon: <Settings />, href: '/settings' },
        ...(props.operator ? [{ label: 'Operators', icon: <ShieldCheck />, href: '/admin' }] : []),
        { label: 'Sign out', icon: <LogOut />, onAction: () => void endSession() },
      ]}
    />
  );
}
