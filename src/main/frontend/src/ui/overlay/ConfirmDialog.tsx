import { cloneElement, useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '@/ui/button/Button';
import styles from './ConfirmDialog.module.css';

/**
 * Asks before something that cannot be undone. The browser's own modal dialog: it keeps the focus inside, closes on Escape, and
 * gives the focus back to the trigger.
 *
 * @param props.trigger a button, which opens the dialog
 * @param props.cancelLabel says what stays, for example `Keep it`
 */
export function ConfirmDialog(props: {
  title: string;
  trigger: ReactElement<{ onClick?: () => void }>;
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  onConfirm: () => void;
  children?: ReactNode;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // What is typed into the dialog is gone when it closes.
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  const close = () => {
    dialog.current?.close();
  };
  return (
    <>
      {cloneElement(props.trigger, {
        onClick: () => {
          setOpen(true);
        },
      })}
      <dialog
        ref={dialog}
        className={styles.dialog}
        aria-labelledby={id}
        onClose={() => {
          setOpen(false);
        }}
      >
        {open && (
          <div className={styles.content}>
            <h2 id={id}>{props.title}</h2>
            {typeof props.children === 'string' ? <p>{props.children}</p> : props.children}
            <div className={styles.foot}>
              <Button onClick={close}>{props.cancelLabel ?? 'Cancel'}</Button>
              <Button
                variant={props.danger ? 'danger' : 'primary'}
                onClick={() => {
                  close();
                  props.onConfirm();
                }}
              >
                {props.confirmLabel}
              </Button>
            </div>
          </div>
        )}
      </dialog>
    </>
  );
}
