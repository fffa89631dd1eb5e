import { Correction } from '@/features/admin/correction/Correction';
import type { CorrectionDocument } from '@/features/admin/correction/payload';

/** A correction that needs the account and the reason only. */
export function AccountCorrection(props: {
  id: string;
  action: string;
  title: string;
  danger?: boolean;
  document: CorrectionDocument<{ id: string; reason: string }, unknown>;
  done: string;
  children: string;
}) {
  const { id, danger = false, children, ...correction } = props;
  return (
    <Correction
      {...correction}
      draft={`${correction.action}-${id}`}
      danger={danger}
      variables={({ reason }) => ({ id, reason })}
    >
      <p>{children}</p>
    </Correction>
  );
}
