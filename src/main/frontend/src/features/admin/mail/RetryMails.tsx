import { graphql } from '@/api/gql';
import { Correction } from '@/features/admin/correction/Correction';
import { optionalReason } from '@/features/admin/correction/optionalReason';
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
      variables={({ field, reason }) => ({ kind: field || null, reason: optionalReason(reason) })}
      field={{
        name: 'kind',
        control: (kind, onChange) => (
          <SelectField
            name="kind"
            label="Kind"
            options={[{ value: '', label: 'All kinds' }, ...kinds]}
            value={kind}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
        ),
      }}
      done={(payload) => {
        const retried = payload?.retried ?? 0;
        return `${plural(retried, 'mail')} ${retried === 1 ? 'is' : 'are'} in the queue again.`;
      }}
    >
      <p>At most 10,000 mails, the oldest first.</p>
    </Correction>
  );
}
