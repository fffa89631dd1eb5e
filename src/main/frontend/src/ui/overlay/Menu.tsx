import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import layout from '@/ui/layout/layout.module.css';
import styles from './Menu.module.css';
import type { MenuItem } from './menuItem';

const loadMenu = async () => ({ default: (await import('./MenuPopover')).MenuPopover });

// React Aria is larger than everything else of a page, so it comes when a menu is about to open.
const MenuPopover = lazy(loadMenu);

function preloadMenu() {
  // If this fails, opening the menu tries again and shows the error.
  loadMenu().catch(() => undefined);
}

/**
 * A button that opens a menu.
 *
 * @param props.label the name of the button and of the menu
 * @param props.trigger what the button shows
 */
export function Menu(props: { label: string; trigger: ReactNode; items: readonly MenuItem[] }) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.trigger}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={preloadMenu}
        onFocus={preloadMenu}
        onClick={() => {
          setOpen(true);
        }}
        onKeyDown={(event) => {
          // React Aria takes the click of a pressed key for one by a screen reader, and then focuses the menu instead of its
          // first item.
          if (!['ArrowDown', 'Enter', ' '].includes(event.key)) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span aria-hidden="true">{props.trigger}</span>
        <span className={layout.hidden}>{props.label}</span>
      </button>
      {open && (
        <Suspense>
          <MenuPopover trigger={button} label={props.label} items={props.items} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
