import { useSearchParams } from 'react-router';
import { DoneMessage } from '@/features/account/form/DoneMessage';
import { ButtonLink } from '@/ui/button/ButtonLink';
import layout from '@/ui/layout/layout.module.css';
import { PageTitle } from '@/ui/page/PageTitle';
import { ExampleFeedback } from './ExampleFeedback';
import { HowItWorks } from './HowItWorks';
import styles from './LandingPage.module.css';

/** What the service is, for visitors. */
export function LandingPage() {
  const [params] = useSearchParams();
  return (
    <>
      <DoneMessage>{params.get('account') === 'deleted' && 'Your account is deleted.'}</DoneMessage>
      <div className={styles.screen}>
        <div className={styles.claim}>
          <PageTitle lede="A few musicians listen to your track and write what they hear. You do the same for theirs. No member sees who wrote what, so everybody can say it.">
            Honest ears for unfinished tracks
          </PageTitle>
          <p className={layout.row}>
            <ButtonLink to="/register" variant="primary" big>
              Ask for feedback
            </ButtonLink>
            <ButtonLink to="/sign-in" big>
              Sign in
            </ButtonLink>
          </p>
          <p className={styles.free}>Free. No followers, no likes, no charts.</p>
        </div>
        <HowItWorks />
        <ExampleFeedback />
      </div>
    </>
  );
}
