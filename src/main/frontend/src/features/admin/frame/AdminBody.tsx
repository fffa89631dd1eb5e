import { useRef, useState, type ReactNode } from 'react';
import { useLocation, useRevalidator } from 'react-router';
import { CorrectionContext } from '@/features/admin/correction/correctionContext';
import layout from '@/ui/layout/layout.module.css';
import { Notice } from '@/ui/message/Notice';
import { StatusRegion } from '@/ui/message/StatusRegion';

/**
 * A page below its title. After a correction, says what has changed, and loads the page again: the record, and the audit log with
 * the reason.
 */
export function AdminBody({ onCorrected, children }: { onCorrected?: () => void; children: ReactNode }) {
  const { key } = useLocation();
  const { revalidate } = useRevalidator();
  const [report, setReport] = useState<{ message: string; key: string } | null>(null);
  const status = useRef<HTMLDivElement>(null);
  const corrected = (message: string) => {
    setReport({ message, key });
    // The button of the correction can go away with the new state, and the focus with it.
    status.current?.focus();
    onCorrected?.();
    void revalidate();
  };
  return (
    <CorrectionContext value={corrected}>
      <div className={layout.stack}>
        <div ref={status} tabIndex={-1}>
          <StatusRegion>{report?.key === key && <Notice>{report.message}</Notice>}</StatusRegion>
        </div>
        {children}
      </div>
    </CorrectionContext>
  );
}
