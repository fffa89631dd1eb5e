import { useSearchParams } from 'react-router';
import { usePage } from '@/api/usePage';
import { DoneMessage } from '@/features/account/form/DoneMessage';
import { PageTitle } from '@/ui/page/PageTitle';
import { SignedOut } from '@/ui/page/SignedOut';
import { AddressSection } from './AddressSection';
import { AppearanceSection } from './AppearanceSection';
import { DataSection } from './DataSection';
import { LeaveSection } from './LeaveSection';
import { MailSection } from './MailSection';
import { PasswordSection } from './PasswordSection';
import { SessionSection } from './SessionSection';
import { SettingsPageQuery } from './settingsPageQuery';
import styles from './SettingsPage.module.css';

/** Everything about the account of the member. */
export function SettingsPage() {
  const { userDetails: user } = usePage(SettingsPageQuery);
  const [params] = useSearchParams();
  // The session ended after the page was loaded.
  if (!user) return <SignedOut />;
  return (
    <>
      <PageTitle>Settings</PageTitle>
      <div className={styles.done}>
        <DoneMessage>
          {params.get('changed') === 'password' &&
            'Your password is changed. All other devices are signed out.'}
        </DoneMessage>
      </div>
      <AddressSection user={user} />
      <PasswordSection username={user.username} />
      <MailSection user={user} />
      <AppearanceSection />
      <DataSection />
      <SessionSection username={user.username} />
      <LeaveSection username={user.username} />
    </>
  );
}
