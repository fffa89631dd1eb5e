import type { ReactNode } from 'react';
import layout from '@/ui/layout/layout.module.css';

/** A column to read, and beside it what supports it. On a phone that comes below. */
export function Split({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={layout.split}>
      <div className={layout.stack}>{children}</div>
      <aside className={layout.aside}>{aside}</aside>
    </div>
  );
}
