import { useActionState } from 'react';
import { useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { DoneMessage } from '@/features/account/form/DoneMessage';
import { EmailField } from '@/features/account/form/EmailField';
import { AddressRefused } from '@/features/account/verification/AddressRefused';
import { withoutVerifiedAddress } from '@/features/account/verification/withoutVerifiedAddress';
import { SendLinkAgain } from '@/features/account/verification/SendLinkAgain';
import { moveDrafts } from '@/lib/drafts';
import { untouched, type FormState } from '@/lib/formState';
import { useDraft } from '@/lib/useDraft';
import { ActionForm } from '@/ui/form/ActionForm';
import { SubmitButton } from '@/ui/form/SubmitButton';
import layout from '@/ui/layout/layout.module.css';
import { Notice } from '@/ui/message/Notice';
import { StateLabel } from '@/ui/state/StateLabel';
import styles from './AddressSection.module.css';
import { SettingsSection } from './SettingsSection';

const AddressSection_user = graphql(`
  fragment AddressSection_user on User {
    username
    emailVerified
    emailRefused
    verifiedAddressNeededFor
  }
`);

const ChangeAddressMutation = graphql(`
  mutation ChangeAddress($email: String!) {
    updateEmail(email: $email) {
      success
      error
      userErrors {
        code
        message
        argument
      }
      user {
        username
        emailVerified
        emailRefused
        verifiedAddressNeededFor
      }
    }
  }
`);

export function AddressSection(props: { user: FragmentType<typeof AddressSection_user> }) {
  const user = readFragment(AddressSection_user, props.user);
  const { username, emailVerified, emailRefused } = user;
  const [, changeAddress] = useMutation(ChangeAddressMutation);
  // Kept, because the session can end before the address is sent.
  const [email, setEmail, dropEmail] = useDraft('email');
  const [state, send] = useActionState(async (): Promise<FormState> => {
    const { data, error } = await changeAddress({ email });
    const next = formResult(error, data?.updateEmail, ['email']);
    if (next.done) dropEmail();
    // Drafts are kept by the name of the account.
    const changed = data?.updateEmail?.user?.username;
    if (next.done && changed && changed !== username) moveDrafts(username, changed);
    return next;
  }, untouched);
  return (
    <SettingsSection title="Address">
      <div className={layout.stackTight}>
        <bdi className={styles.address}>{username}</bdi>
        {emailRefused ? (
          <StateLabel state="wait">No mail arrives</StateLabel>
        ) : emailVerified ? (
          <StateLabel state="done">Verified</StateLabel>
        ) : (
          <StateLabel state="wait">Not verified yet</StateLabel>
        )}
      </div>
      {emailRefused && <AddressRefused />}
      {!emailVerified && !emailRefused && (
        <Notice kind="wait">
          <p>Until you open the link we mailed to this address, {withoutVerifiedAddress(user)}.</p>
          <SendLinkAgain />
        </Notice>
      )}
      <ActionForm state={state} onAction={send} label="Change address">
        <EmailField
          label="New email address"
          hint={
            user.verifiedAddressNeededFor === 'NOTHING'
              ? undefined
              : `We mail a link to it. Until you have opened that link, ${withoutVerifiedAddress(user)}.`
          }
          autoComplete="email"
          value={email}
          onType={setEmail}
        />
        <SubmitButton variant="plain" busyLabel="Changing">
          Change address
        </SubmitButton>
      </ActionForm>
      <DoneMessage>{state.done && 'Changed. From now on, sign in with this address.'}</DoneMessage>
    </SettingsSection>
  );
}
