import layout from '@/ui/layout/layout.module.css';

/** In place of a value that is not there. */
export function NoValue({ children = 'none' }: { children?: string }) {
  return <span className={layout.soft}>{children}</span>;
}
