import type { JobOutcome } from '@/api/gql/graphql';
import { jobOutcomes } from './jobLabels';
import { Badge } from '@/ui/state/Badge';

export function JobOutcomeLabel({ outcome }: { outcome: JobOutcome }) {
  if (outcome === 'SUCCEEDED') return jobOutcomes.SUCCEEDED;
  return <Badge kind={outcome === 'RUNNING' ? undefined : 'bad'}>{jobOutcomes[outcome]}</Badge>;
}
