import type { JobOutcome } from '@/api/gql/graphql';
import { outcomes } from '@/features/admin/parts/words';
import { Badge } from '@/ui/state/Badge';

export function JobOutcomeWords({ outcome }: { outcome: JobOutcome }) {
  if (outcome === 'SUCCEEDED') return outcomes.SUCCEEDED;
  return <Badge kind={outcome === 'RUNNING' ? undefined : 'bad'}>{outcomes[outcome]}</Badge>;
}
