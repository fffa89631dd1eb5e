import type { ReactNode } from 'react';
import layout from '@/ui/layout/layout.module.css';

/** The corrections of one record. */
export function CorrectionRow({ children }: { children: ReactNode }) {
  return (
    <div className={layout.row} role="group" aria-label="Corrections">
      {children}
    </div>
  );
}
