import { useClient, type CombinedError } from 'urql';
import { graphql } from '@/api/gql';
import { noAnswer, problemOf } from '@/api/problem';
import { done, untouched, type FormState } from '@/lib/formState';
import { checkSession } from './checkSession';

const SignInMutation = graphql(`
  mutation SignIn($username: String!, $password: String!) {
    tokenAuth(username: $username, password: $password) {
      refreshExpiresIn
    }
  }
`);

const WRONG_CREDENTIALS =
  'No account has this address with this password. Check both, or set a new password by mail.';

function refusal(error: CombinedError | undefined): string {
  if (!error) return noAnswer;
  const { code, message } = problemOf(error);
  return code === 'INVALID_CREDENTIALS' ? WRONG_CREDENTIALS : message;
}

function cookiesBlocked(): string {
  return (
    `Your password is right, but your browser does not keep the cookie of ${location.host}, so nobody is signed in. ` +
    'Allow cookies for this website in the settings of the browser, then sign in again.'
  );
}

/**
 * Signs in, then loads `next` as a new document, so that no data of another session is left. Only a second request shows
 * whether the browser has kept the cookie.
 */
export function useSignIn(): (username: string, password: string, next: string) => Promise<FormState> {
  const client = useClient();
  return async (username, password, next) => {
    const { data, error } = await client.mutation(SignInMutation, { username, password }).toPromise();
    if (!data?.tokenAuth) return { ...untouched, message: refusal(error) };

    if ((await checkSession(client)) === 'ended') {
      return { ...untouched, message: cookiesBlocked() };
    }
    location.assign(next);
    return done;
  };
}
