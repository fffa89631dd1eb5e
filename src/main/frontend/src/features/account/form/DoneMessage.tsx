import type { ReactNode } from 'react';
import { StatusRegion } from '@/ui/message/StatusRegion';
import { StateLabel } from '@/ui/state/StateLabel';

/** Says that something succeeded. It is in the page before, so that screen readers notice the text. */
export function DoneMessage({ children }: { children?: ReactNode }) {
  return <StatusRegion>{children && <StateLabel state="done">{children}</StateLabel>}</StatusRegion>;
}
