import layout from '@/ui/layout/layout.module.css';

/** Before the session is known. Has the height of the page, so that nothing jumps. */
export function ShellFallback() {
  return (
    <div className={layout.page} role="status">
      <span className={layout.hidden}>Loading</span>
    </div>
  );
}
