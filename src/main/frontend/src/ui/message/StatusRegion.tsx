import type { ReactNode } from 'react';

/** Screen readers read a change of its content aloud. It must be in the page before its first text. */
export function StatusRegion({ children }: { children?: ReactNode }) {
  return <div role="status">{children}</div>;
}
