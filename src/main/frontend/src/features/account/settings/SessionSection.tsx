import { startTransition, useActionState } from 'react';
import { useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql } from '@/api/gql';
import { ActionResult } from '@/features/account/form/ActionResult';
import { forgetMember } from '@/features/account/session/forgetMember';
import { signOut } from '@/features/account/session/signOut';
import { done, untouched, type FormState } from '@/lib/formState';
import { Button } from '@/ui/button/Button';
import layout from '@/ui/layout/layout.module.css';
import { SettingsSection } from './SettingsSection';

const EndSessionsMutation = graphql(`
  mutation EndSessions {
    signOutEverywhere {
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

type Reach = 'here' | 'everywhere';

export function SessionSection({ username }: { username: string }) {
  const [, endSessions] = useMutation(EndSessionsMutation);
  const [state, leave, pending] = useActionState(async (_: FormState, reach: Reach) => {
    if (reach === 'here') {
      const message = await signOut(username);
      return message === null ? done : { ...untouched, message };
    }
    const { data, error } = await endSessions({});
    const next = formResult(error, data?.signOutEverywhere);
    if (next.done) forgetMember(username);
    return next;
  }, untouched);
  const button = (reach: Reach, label: string) => (
    <Button
      busy={pending}
      onClick={() => {
        startTransition(() => {
          leave(reach);
        });
      }}
    >
      {label}
    </Button>
  );
  return (
    <SettingsSection title="Sessions">
      <p className={layout.soft}>
        Signing out removes the drafts that this browser keeps. “Everywhere” also ends the sessions on your
        other devices; their drafts stay there.
      </p>
      <div className={layout.row}>
        {button('here', 'Sign out')}
        {button('everywhere', 'Sign out everywhere')}
      </div>
      <ActionResult state={state} pending={pending} />
    </SettingsSection>
  );
}
