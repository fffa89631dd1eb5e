import { Outlet, ScrollRestoration } from 'react-router';
import layout from '@/ui/layout/layout.module.css';

/** What surrounds every page. */
export function Shell() {
  return (
    <>
      <main className={layout.page} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </>
  );
}
