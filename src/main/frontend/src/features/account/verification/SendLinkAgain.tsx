import { startTransition, useActionState } from 'react';
import { useClient, useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql } from '@/api/gql';
import { ActionResult } from '@/features/account/form/ActionResult';
import { ViewerQuery } from '@/features/account/viewer/viewer';
import { untouched } from '@/lib/formState';
import { Button } from '@/ui/button/Button';

const RequestVerificationMutation = graphql(`
  mutation MailVerificationLink {
    requestEmailVerification {
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

/** A button for another mail with the link that verifies the address. */
export function SendLinkAgain({ label = 'Send the link again' }: { label?: string }) {
  const client = useClient();
  const [, requestVerification] = useMutation(RequestVerificationMutation);
  const [state, send, pending] = useActionState(async () => {
    const { data, error } = await requestVerification({});
    const payload = data?.requestEmailVerification;
    if (payload?.userErrors.some(({ code }) => code === 'ALREADY_VERIFIED')) {
      // The link was opened elsewhere. The answer ends the notice.
      await client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
    }
    return formResult(error, payload);
  }, untouched);
  return (
    <>
      <Button
        variant="quiet"
        busy={pending}
        onClick={() => {
          startTransition(send);
        }}
      >
        {pending ? 'Sending' : label}
      </Button>
      <ActionResult state={state} pending={pending}>
        Sent. It can take a minute to arrive.
      </ActionResult>
    </>
  );
}
