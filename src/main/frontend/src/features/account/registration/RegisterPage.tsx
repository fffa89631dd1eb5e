import { useActionState } from 'react';
import { Link } from 'react-router';
import { EmailField } from '@/features/account/form/EmailField';
import { NewPasswordField } from '@/features/account/form/NewPasswordField';
import { VisitorForm } from '@/features/account/form/VisitorForm';
import { formText } from '@/features/account/form/formText';
import { untouched, type FormState } from '@/lib/formState';
import { ActionForm } from '@/ui/form/ActionForm';
import { SubmitButton } from '@/ui/form/SubmitButton';
import { PageTitle } from '@/ui/page/PageTitle';
import { NextSteps } from './NextSteps';
import { useRegistration } from './useRegistration';

export function RegisterPage() {
  const register = useRegistration();
  const [state, send] = useActionState(
    (_: FormState, form: FormData) => register(formText(form, 'email'), formText(form, 'password')),
    untouched,
  );
  return (
    <>
      <PageTitle lede="An address and a password are enough. Other members see neither.">
        Create an account
      </PageTitle>
      <VisitorForm aside={<NextSteps />}>
        <ActionForm state={state} onAction={send}>
          <EmailField
            label="Email address"
            hint="We mail you a link, to know that the address is yours."
            autoComplete="email"
          />
          <NewPasswordField label="Password" />
          <SubmitButton busyLabel="Creating your account">Create account</SubmitButton>
        </ActionForm>
        <p>
          You have an account? <Link to="/sign-in">Sign in</Link>
        </p>
      </VisitorForm>
    </>
  );
}
