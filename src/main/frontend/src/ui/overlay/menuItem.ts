import type { ReactNode } from 'react';

type Common = { label: string; icon?: ReactNode; danger?: boolean };

/** An entry of a menu: does something, or leads to a page. */
export type MenuItem = Common &
  ({ onAction: () => void; href?: undefined } | { href: string; onAction?: undefined });
