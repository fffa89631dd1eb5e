import { startTransition, useActionState } from 'react';
import { ActionResult } from '@/features/account/form/ActionResult';
import { usePasswordResetMail } from '@/features/account/recovery/usePasswordResetMail';
import { untouched } from '@/lib/formState';
import { Button } from '@/ui/button/Button';

/** For members who are signed in and do not know their password. */
export function ForgottenPassword({ username }: { username: string }) {
  const mailReset = usePasswordResetMail();
  const [state, send, pending] = useActionState(() => mailReset(username), untouched);
  return (
    <div>
      <Button
        variant="quiet"
        busy={pending}
        onClick={() => {
          startTransition(send);
        }}
      >
        {pending ? 'Sending' : 'Forgotten it? Set a new one by mail'}
      </Button>
      <ActionResult state={state} pending={pending}>
        A mail with a link is on its way. It works once, and not for long.
      </ActionResult>
    </div>
  );
}
