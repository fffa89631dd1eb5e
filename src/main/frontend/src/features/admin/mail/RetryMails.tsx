import { graphql } from '@/api/gql';
import { Correction } from '@/features/admin/correction/Correction';
import { entered, optionalReason } from '@/features/admin/correction/reason';
import { mailKinds } from './mailLabels';
import { plural } from '@/lib/plural';
import { SelectField } from '@/ui/form/SelectField';

const RetryMailsMutation = graphql(`
  mutation RetryMails($kind: String, $reason: String) {
    payload: retryMails(kind: $kind, reason: $reason) {
      retried
      success
      error
      userErrors {
        code
        message
        argument
      }
    }
  }
`);

const kinds = Object.entries(mailKinds).map(([value, label]) => ({ value, label }));

export function RetryMails() {
  return (
    <Correction
      action="Try all again"
      draft="retry-mails"
      title="Send all mails again that were given up?"
      reason="optional"
      document={RetryMailsMutation}
      variables={(form) => ({ kind: entered(form, 'kind') || null, reason: optionalReason(form) })}
      fields={['kind']}
      done={(payload) => {
        const retried = payload?.retried ?? 0;
        return `${plural(retried, 'mail')} ${retried === 1 ? 'is' : 'are'} in the queue again.`;
      }}
    >
      <p>At most 10,000 mails, the oldest first.</p>
      <SelectField name="kind" label="Kind" options={[{ value: '', label: 'All kinds' }, ...kinds]} />
    </Correction>
  );
}
