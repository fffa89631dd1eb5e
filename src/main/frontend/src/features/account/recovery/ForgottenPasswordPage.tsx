import { useActionState } from 'react';
import { Link, useLocation } from 'react-router';
import { DoneMessage } from '@/features/account/form/DoneMessage';
import { EmailField } from '@/features/account/form/EmailField';
import { VisitorForm } from '@/features/account/form/VisitorForm';
import { formText } from '@/features/account/form/formText';
import { untouched, type FormState } from '@/lib/formState';
import { property } from '@/lib/property';
import { ActionForm } from '@/ui/form/ActionForm';
import { SubmitButton } from '@/ui/form/SubmitButton';
import layout from '@/ui/layout/layout.module.css';
import { PageTitle } from '@/ui/page/PageTitle';
import { usePasswordResetMail } from './usePasswordResetMail';

/** The address that was typed on the page before. */
function typedEmail(state: unknown): string {
  const email = property(state, 'email');
  return typeof email === 'string' ? email : '';
}

/** The answer does not tell whether the address has an account. */
export function ForgottenPasswordPage() {
  const location = useLocation();
  const mailReset = usePasswordResetMail();
  const [state, send] = useActionState(
    (_: FormState, form: FormData) => mailReset(formText(form, 'email')),
    untouched,
  );
  return (
    <>
      <PageTitle lede="We mail you a link, with which you set a new one.">Forgotten password</PageTitle>
      <VisitorForm>
        <ActionForm state={state} onAction={send}>
          <EmailField
            label="Email address"
            autoComplete="username"
            defaultValue={typedEmail(location.state)}
          />
          <SubmitButton busyLabel="Sending">{state.done ? 'Send it again' : 'Send the link'}</SubmitButton>
        </ActionForm>
        <DoneMessage>
          {state.done &&
            'If this address has an account, a mail with a link is on its way. It works once, and not for long.'}
        </DoneMessage>
        {state.done && (
          <p className={layout.soft}>
            No mail after a few minutes? Look into the spam folder, and check how the address is written.
          </p>
        )}
        <p>
          <Link to="/sign-in">Back to signing in</Link>
        </p>
      </VisitorForm>
    </>
  );
}
