import { useState } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { useConnectionNews } from '@/app/session/useConnectionNews';
import { useMember } from '@/app/session/useMember';
import { useSession } from '@/app/session/useSession';
import { useSessionExtension } from '@/app/session/useSessionExtension';
import { VerifyAddressNotice } from '@/features/account/verification/VerifyAddressNotice';
import { className } from '@/lib/className';
import { DraftOwner } from '@/lib/DraftOwner';
import { ButtonLink } from '@/ui/button/ButtonLink';
import layout from '@/ui/layout/layout.module.css';
import { AccountMenu } from './AccountMenu';
import { Brand } from './Brand';
import { MainNavigation } from './MainNavigation';
import { NavigationProgress } from './NavigationProgress';
import { News } from './News';
import styles from './Shell.module.css';
import { SkipLink } from './SkipLink';
import { ThemeSwitch } from './ThemeSwitch';

/** What surrounds every page. */
export function Shell() {
  const member = useMember();
  const connection = useConnectionNews(useSession(member?.id));
  const [signOutProblem, setSignOutProblem] = useState<string | null>(null);
  const loading = useNavigation().state !== 'idle';
  useSessionExtension(member?.username);
  return (
    <DraftOwner value={member?.username ?? null}>
      <div className={className(styles.shell, member && styles.member)}>
        <SkipLink />
        <NavigationProgress />
        <header className={styles.top}>
          <Brand />
          {member && <MainNavigation operator={member.operator} notifications={member.notifications} />}
          <div className={styles.end}>
            <ThemeSwitch />
            {member ? (
              <AccountMenu
                username={member.username}
                operator={member.operator}
                onSignOutFailed={setSignOutProblem}
              />
            ) : (
              <>
                <ButtonLink to="/sign-in" variant="quiet">
                  Sign in
                </ButtonLink>
                <ButtonLink to="/register">Register</ButtonLink>
              </>
            )}
          </div>
        </header>
        <main
          className={className(layout.page, styles.main)}
          id="main"
          tabIndex={-1}
          aria-busy={loading ? true : undefined}
        >
          <div className={styles.notices}>{member && <VerifyAddressNotice />}</div>
          <Outlet />
        </main>
        <footer className={styles.foot}>
          <p>Feedback is anonymous: no member learns who wrote what.</p>
        </footer>
        <News connection={connection} member={member !== null} signOutProblem={signOutProblem} />
      </div>
      <ScrollRestoration />
    </DraftOwner>
  );
}
