import { useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql } from '@/api/gql';
import type { FormState } from '@/lib/formState';

const MailPasswordResetMutation = graphql(`
  mutation MailPasswordReset($email: String!) {
    requestPasswordReset(email: $email) {
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

/** Mails a link that sets a new password. The result does not tell whether the address has an account. */
export function usePasswordResetMail(): (email: string) => Promise<FormState> {
  const [, mailReset] = useMutation(MailPasswordResetMutation);
  return async (email) => {
    const { data, error } = await mailReset({ email });
    return formResult(error, data?.requestPasswordReset, ['email']);
  };
}
