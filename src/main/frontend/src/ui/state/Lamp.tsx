import { className } from '@/lib/className';
import styles from './Lamp.module.css';

export type LampState = 'empty' | 'begun' | 'wait' | 'done';

/** The shape of a state. A word beside it says the state: see `StateLabel`. */
export function Lamp({ state }: { state: LampState }) {
  return <span className={className(styles.lamp, styles[state])} aria-hidden="true" />;
}
