import { CircleAlert, Clock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { className } from '@/lib/className';
import styles from './Notice.module.css';

const icons = { info: Clock, wait: CircleAlert, bad: TriangleAlert };

/** A message in its place. `wait`: the reader has to do something. `bad`: something failed. */
export function Notice({ kind = 'info', children }: { kind?: 'info' | 'wait' | 'bad'; children: ReactNode }) {
  const Icon = icons[kind];
  return (
    <div className={className(styles.notice, styles[kind])}>
      <span className={styles.icon}>
        <Icon />
      </span>
      <div>{children}</div>
    </div>
  );
}
