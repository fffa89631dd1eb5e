import type { MailState } from '@/api/gql/graphql';
import { mailStates } from './mailLabels';
import { Badge } from '@/ui/state/Badge';

export function MailStateLabel({ state, recipientRefused }: { state: MailState; recipientRefused: boolean }) {
  if (state === 'SENT') return mailStates.SENT;
  if (state === 'GIVEN_UP' && recipientRefused) return <Badge kind="bad">address refused</Badge>;
  return <Badge kind={state === 'GIVEN_UP' ? 'bad' : undefined}>{mailStates[state]}</Badge>;
}
