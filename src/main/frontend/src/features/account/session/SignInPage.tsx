import { useActionState, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { untouched, type FormState } from '@/lib/formState';
import { ownPath } from '@/lib/ownPath';
import { ActionForm } from '@/ui/form/ActionForm';
import { PasswordField } from '@/ui/form/PasswordField';
import { SubmitButton } from '@/ui/form/SubmitButton';
import { TextField } from '@/ui/form/TextField';
import { PageTitle } from '@/ui/page/PageTitle';
import { formText } from '@/features/account/form/formText';
import { VisitorForm } from '@/features/account/form/VisitorForm';
import { useSignIn } from './useSignIn';

export function SignInPage() {
  const [params] = useSearchParams();
  const next = ownPath(params.get('next'));
  const [username, setUsername] = useState('');
  const signIn = useSignIn();
  const [state, send] = useActionState(
    (_: FormState, form: FormData) => signIn(formText(form, 'username'), formText(form, 'password'), next),
    untouched,
  );
  return (
    <>
      <PageTitle lede={next === '/' ? undefined : 'Then you get to the page that you asked for.'}>
        Sign in
      </PageTitle>
      <VisitorForm>
        <ActionForm state={state} onAction={send}>
          <TextField
            name="username"
            label="Email address"
            type="email"
            autoComplete="username"
            value={username}
            onChange={(event) => {
              setUsername(event.target.value);
            }}
          />
          <PasswordField name="password" label="Password" autoComplete="current-password" />
          <SubmitButton busyLabel="Signing in">Sign in</SubmitButton>
        </ActionForm>
        <p>
          Forgotten your password?{' '}
          <Link to="/forgotten-password" state={{ email: username }}>
            Set a new password
          </Link>
        </p>
        <p>
          New here? <Link to="/register">Create an account</Link>
        </p>
      </VisitorForm>
    </>
  );
}
