import { useClient } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql } from '@/api/gql';
import { untouched, type FormState } from '@/lib/formState';
import { useSignIn } from '@/features/account/session/useSignIn';

const RegisterMutation = graphql(`
  mutation Register($email: String!, $password: String!) {
    registerUser(email: $email, password: $password, passwordRepeat: $password) {
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

/** Creates an account and signs in. The start page then says that a mail with a link is on its way. */
export function useRegistration(): (email: string, password: string) => Promise<FormState> {
  const client = useClient();
  const signIn = useSignIn();
  return async (email, password) => {
    const { data, error } = await client.mutation(RegisterMutation, { email, password }).toPromise();
    const registered = formResult(error, data?.registerUser, ['email', 'password']);
    if (!registered.done) return registered;

    const signedIn = await signIn(email, password, '/');
    return signedIn.done
      ? signedIn
      : {
          ...untouched,
          message: `Your account is ready, but you are not signed in. ${signedIn.message ?? ''}`,
        };
  };
}
