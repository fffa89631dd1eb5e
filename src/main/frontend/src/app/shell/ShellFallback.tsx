import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import { Brand } from './Brand';
import styles from './Shell.module.css';

/** Before the session is known. Bar and page have their final size, so that nothing jumps. */
export function ShellFallback() {
  return (
    <div className={styles.shell}>
      <header className={styles.top}>
        <Brand />
      </header>
      <div className={className(layout.page, styles.main)} role="status">
        <span className={layout.hidden}>Loading</span>
      </div>
    </div>
  );
}
