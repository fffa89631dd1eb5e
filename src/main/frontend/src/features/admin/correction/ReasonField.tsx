import type { SavedState } from '@/lib/SavedState';
import { ProseField } from '@/ui/form/ProseField';
import { SavedStatus } from '@/ui/form/SavedStatus';

/** The longest reason that the audit log takes. */
const longest = 1_000;

export function ReasonField({
  optional,
  reason,
  onChange,
  saved,
}: {
  optional: boolean;
  reason: string;
  onChange: (reason: string) => void;
  saved: SavedState;
}) {
  return (
    <ProseField
      name="reason"
      label={optional ? 'Reason (optional)' : 'Reason'}
      hint="For the audit log. The member can read it in their data. Name members by id, without addresses."
      value={reason}
      onChange={onChange}
      rows={3}
      maxCharacters={longest}
      status={<SavedStatus saved={saved} />}
    />
  );
}
