import { useActionState } from 'react';
import { useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql } from '@/api/gql';
import { NewPasswordField } from '@/features/account/form/NewPasswordField';
import { formText } from '@/features/account/form/formText';
import { wrongPassword } from '@/features/account/form/wrongPassword';
import { untouched, type FormState } from '@/lib/formState';
import { ActionForm } from '@/ui/form/ActionForm';
import { PasswordField } from '@/ui/form/PasswordField';
import { SubmitButton } from '@/ui/form/SubmitButton';
import { ForgottenPassword } from './ForgottenPassword';
import { SettingsSection } from './SettingsSection';

const ChangePasswordMutation = graphql(`
  mutation SetPassword($currentPassword: String!, $password: String!) {
    changePassword(currentPassword: $currentPassword, password: $password, passwordRepeat: $password) {
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

export function PasswordSection({ username }: { username: string }) {
  const [, changePassword] = useMutation(ChangePasswordMutation);
  const [state, send] = useActionState(async (_: FormState, form: FormData) => {
    const { data, error } = await changePassword({
      currentPassword: formText(form, 'currentPassword'),
      password: formText(form, 'password'),
    });
    const payload = data?.changePassword;
    const next = wrongPassword(payload, 'currentPassword') ?? formResult(error, payload, ['password']);
    // The member goes on in a new session, and the old one ends: also for the live socket of this page.
    if (next.done) location.assign('/settings?changed=password');
    return next;
  }, untouched);
  return (
    <SettingsSection title="Password">
      <ActionForm state={state} onAction={send} label="Change password">
        {/* For password managers, which store the address with the password. */}
        <input hidden readOnly name="username" autoComplete="username" value={username} />
        <PasswordField name="currentPassword" label="Current password" autoComplete="current-password" />
        <NewPasswordField label="New password" />
        <SubmitButton variant="plain" busyLabel="Changing">
          Change password
        </SubmitButton>
      </ActionForm>
      <ForgottenPassword username={username} />
    </SettingsSection>
  );
}
