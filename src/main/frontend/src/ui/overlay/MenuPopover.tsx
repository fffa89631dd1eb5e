import type { RefObject } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useNavigate } from 'react-router';
import { className } from '@/lib/className';
import styles from './Menu.module.css';
import type { MenuItem } from './menuItem';

/** The open menu. React Aria does keys, typing ahead, the place beside the trigger and the return of the focus. */
export function MenuPopover(props: {
  trigger: RefObject<HTMLElement | null>;
  label: string;
  items: readonly MenuItem[];
  onOpenChange: (open: boolean) => void;
}) {
  const navigate = useNavigate();
  return (
    <Popover
      className={styles.popover ?? ''}
      triggerRef={props.trigger}
      // React Aria gives it the role of a dialog.
      aria-label={props.label}
      placement="bottom end"
      isOpen
      onOpenChange={props.onOpenChange}
    >
      <AriaMenu
        className={styles.menu ?? ''}
        aria-label={props.label}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- A menu that opens takes the focus.
        autoFocus="first"
        onClose={() => {
          props.onOpenChange(false);
        }}
      >
        {props.items.map((item) => (
          <AriaMenuItem
            key={item.label}
            className={className(styles.item, item.danger && styles.danger)}
            textValue={item.label}
            onAction={() => {
              props.onOpenChange(false);
              if (item.href === undefined) item.onAction();
              else void navigate(item.href);
            }}
          >
            {item.icon}
            {item.label}
          </AriaMenuItem>
        ))}
      </AriaMenu>
    </Popover>
  );
}
