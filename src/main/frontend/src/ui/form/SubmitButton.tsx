import type { ReactNode } from 'react';
import { Button, type ButtonVariant } from '@/ui/button/Button';
import { Notice } from '@/ui/message/Notice';
import { signedOutTextKept } from '@/ui/page/pageTexts';
import { SignInLink } from '@/ui/page/SignInLink';
import styles from './ActionForm.module.css';
import { useForm } from './formContext';

/** The button of an `ActionForm`, below the message of the form. While the form is sent, it shows `busyLabel`. */
export function SubmitButton({
  children,
  variant = 'primary',
  big = false,
  busyLabel,
}: {
  children: ReactNode;
  variant?: ButtonVariant;
  big?: boolean;
  busyLabel?: string;
}) {
  const { state, pending } = useForm();
  return (
    <div className={styles.submit}>
      <div className={styles.message} role="alert">
        {!pending && state.signedOut && (
          <Notice kind="bad">
            {signedOutTextKept} <SignInLink />
          </Notice>
        )}
        {!pending && state.message && <Notice kind="bad">{state.message}</Notice>}
      </div>
      <Button type="submit" variant={variant} big={big} busy={pending}>
        {pending && busyLabel ? busyLabel : children}
      </Button>
    </div>
  );
}
