import type { MailState } from '@/api/gql/graphql';
import { mailStates } from './mailLabels';
import { Badge } from '@/ui/state/Badge';

export function MailStateLabel({ state }: { state: MailState }) {
  if (state === 'SENT') return mailStates.SENT;
  return <Badge kind={state === 'GIVEN_UP' ? 'bad' : undefined}>{mailStates[state]}</Badge>;
}
