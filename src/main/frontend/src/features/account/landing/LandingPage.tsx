import { PageTitle } from '@/ui/page/PageTitle';

/** What the service is, for visitors. */
export function LandingPage() {
  return <PageTitle>Honest feedback on unfinished tracks</PageTitle>;
}
