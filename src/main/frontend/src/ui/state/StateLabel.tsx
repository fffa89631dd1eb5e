import type { ReactNode } from 'react';
import { className } from '@/lib/className';
import { Lamp, type LampState } from './Lamp';
import styles from './StateLabel.module.css';

/** A state in shape, colour and words. */
export function StateLabel({ state, children }: { state: LampState; children: ReactNode }) {
  const waits = state === 'wait' || state === 'begun';
  return (
    <span className={className(styles.state, waits && styles.waits)}>
      <Lamp state={state} />
      <span>{children}</span>
    </span>
  );
}
