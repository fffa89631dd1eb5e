import { PageError } from '@/app/PageError';
import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import { Brand } from './Brand';
import styles from './Shell.module.css';

/** In place of everything, if not even the session could be read. */
export function ShellError() {
  return (
    <div className={styles.shell}>
      <header className={styles.top}>
        <Brand />
      </header>
      <main className={className(layout.page, styles.main)} id="main" tabIndex={-1}>
        <PageError />
      </main>
    </div>
  );
}
