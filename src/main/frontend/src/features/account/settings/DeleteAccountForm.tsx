import { useActionState, type RefObject } from 'react';
import { useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql } from '@/api/gql';
import { formText } from '@/features/account/form/formText';
import { wrongPassword } from '@/features/account/form/wrongPassword';
import { forgetMember } from '@/features/account/session/forgetMember';
import { untouched, type FormState } from '@/lib/formState';
import { Button } from '@/ui/button/Button';
import { ActionForm } from '@/ui/form/ActionForm';
import { PasswordField } from '@/ui/form/PasswordField';
import { SubmitButton } from '@/ui/form/SubmitButton';
import layout from '@/ui/layout/layout.module.css';

const LeaveMutation = graphql(`
  mutation Leave($password: String!) {
    deleteAccount(password: $password) {
      success
      error
      userErrors {
        code
        message
        argument
      }
    }
  }
`);

/** Confirms by the password that the member wants to leave. */
export function DeleteAccountForm({
  username,
  passwordRef,
  onCancel,
}: {
  username: string;
  passwordRef: RefObject<HTMLInputElement | null>;
  onCancel: () => void;
}) {
  const [, deleteAccount] = useMutation(LeaveMutation);
  const [state, send] = useActionState(async (_: FormState, form: FormData) => {
    const { data, error } = await deleteAccount({ password: formText(form, 'password') });
    const payload = data?.deleteAccount;
    const next = wrongPassword(payload, 'password') ?? formResult(error, payload);
    if (next.done) forgetMember(username, '/?account=deleted');
    return next;
  }, untouched);
  return (
    <ActionForm state={state} onAction={send} label="Delete my account">
      <input hidden readOnly name="username" autoComplete="username" value={username} />
      <PasswordField
        name="password"
        label="Your password"
        hint="To be sure that it is you."
        autoComplete="current-password"
        ref={passwordRef}
      />
      <div className={layout.row}>
        <SubmitButton variant="danger" busyLabel="Deleting">
          Delete for good
        </SubmitButton>
        <Button variant="quiet" onClick={onCancel}>
          Keep my account
        </Button>
      </div>
    </ActionForm>
  );
}
