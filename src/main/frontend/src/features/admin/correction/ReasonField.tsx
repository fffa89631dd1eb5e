import type { DraftState } from '@/lib/useDraft';
import { DraftStatus } from '@/ui/form/DraftStatus';
import { ProseField } from '@/ui/form/ProseField';

/** The longest reason that the audit log takes. */
const longest = 1_000;

export function ReasonField({
  optional,
  reason,
  onChange,
  draft,
}: {
  optional: boolean;
  reason: string;
  onChange: (reason: string) => void;
  draft: DraftState;
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
      status={<DraftStatus draft={draft} />}
    />
  );
}
