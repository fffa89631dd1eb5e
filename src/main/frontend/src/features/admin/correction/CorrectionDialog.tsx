import { X } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import { IconButton } from '@/ui/button/IconButton';
import dialogStyles from '@/ui/overlay/ConfirmDialog.module.css';
import styles from './CorrectionDialog.module.css';

/** A modal dialog that is open while it is rendered. The browser keeps the focus in it, and gives it back afterwards. */
export function CorrectionDialog(props: { title: string; onClose: () => void; children: ReactNode }) {
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const show = (element: HTMLDialogElement | null) => {
    dialog.current = element;
    if (element && !element.open) element.showModal();
  };
  return (
    <dialog ref={show} className={dialogStyles.dialog} aria-labelledby={heading} onClose={props.onClose}>
      <div className={dialogStyles.content}>
        <div className={styles.head}>
          <h2 id={heading}>{props.title}</h2>
          <IconButton
            label="Close"
            icon={<X />}
            onClick={() => {
              dialog.current?.close();
            }}
          />
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
