import { startTransition, useActionState, useOptimistic } from 'react';
import { useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { ActionResult } from '@/features/account/form/ActionResult';
import { capitalized } from '@/lib/capitalized';
import { untouched, type FormState } from '@/lib/formState';
import { Switch } from '@/ui/form/Switch';
import styles from './MailSwitch.module.css';

const MailSwitch_preference = graphql(`
  fragment MailSwitch_preference on MailPreference {
    kind
    description
    enabled
  }
`);

const SwitchMailMutation = graphql(`
  mutation SwitchMail($kind: String!, $enabled: Boolean!) {
    updateMailPreference(kind: $kind, enabled: $enabled) {
      success
      error
      userErrors {
        code
        message
        argument
      }
      mailPreference {
        ...MailSwitch_preference
      }
    }
  }
`);

const hints: Record<string, string> = {
  'new-group': 'When you are in a new group, if your request asks for it',
  reminder: 'Once for each group, if forms wait for you',
  'feedback-readable': 'Once you have sent your forms of the group',
  'reply-waiting': 'Replies of a conversation are collected into one mail',
  'not-grouped': 'When groups are made without your request, if it asks for mail',
  'track-broken': 'When we find no track at the link of your request',
  'track-unresolved': 'When a short link leads to a track for which another request waits',
};

/** Takes effect at once. Goes back if the server did not accept it. */
export function MailSwitch(props: { preference: FragmentType<typeof MailSwitch_preference> }) {
  const { kind, description, enabled } = readFragment(MailSwitch_preference, props.preference);
  const [shown, show] = useOptimistic(enabled);
  const [, switchMail] = useMutation(SwitchMailMutation);
  const [state, send, pending] = useActionState(async (_: FormState, next: boolean) => {
    const { data, error } = await switchMail({ kind, enabled: next });
    return formResult(error, data?.updateMailPreference);
  }, untouched);
  return (
    <div className={styles.preference}>
      <Switch
        // The server names the mails as in the middle of a sentence.
        label={capitalized(description)}
        hint={hints[kind]}
        checked={shown}
        busy={pending}
        onChange={(next) => {
          startTransition(() => {
            show(next);
            send(next);
          });
        }}
      />
      <ActionResult state={state} pending={pending} />
    </div>
  );
}
