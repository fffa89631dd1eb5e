import { useState } from 'react';
import { ProseField } from '@/ui/form/ProseField';

/** The longest reason that the audit log takes. */
const longest = 1_000;

export function ReasonField({ optional }: { optional: boolean }) {
  const [reason, setReason] = useState('');
  return (
    <ProseField
      name="reason"
      label={optional ? 'Reason (optional)' : 'Reason'}
      hint="For the audit log. The member can read it in their data. Name members by id, without addresses."
      value={reason}
      onChange={setReason}
      rows={3}
      maxCharacters={longest}
    />
  );
}
