import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { AccountCorrection } from './AccountCorrection';
import { CorrectionRow } from '@/features/admin/correction/CorrectionRow';

const PersonCorrections_person = graphql(`
  fragment PersonCorrections_person on PersonRecord {
    id
    disabledAt
    operator
  }
`);

const DisableAccountMutation = graphql(`
  mutation DisableAccount($id: ID!, $reason: String!) {
    payload: disableAccount(id: $id, reason: $reason) {
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

const EnableAccountMutation = graphql(`
  mutation EnableAccount($id: ID!, $reason: String!) {
    payload: enableAccount(id: $id, reason: $reason) {
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

const GrantOperatorMutation = graphql(`
  mutation GrantOperator($id: ID!, $reason: String!) {
    payload: grantOperator(id: $id, reason: $reason) {
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

const RevokeOperatorMutation = graphql(`
  mutation RevokeOperator($id: ID!, $reason: String!) {
    payload: revokeOperator(id: $id, reason: $reason) {
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

/** What can be changed about an account now. */
export function PersonCorrections(props: { person: FragmentType<typeof PersonCorrections_person> }) {
  const { id, disabledAt, operator } = readFragment(PersonCorrections_person, props.person);
  return (
    <CorrectionRow>
      {disabledAt ? (
        <AccountCorrection
          id={id}
          action="Enable account"
          title="Enable this account?"
          document={EnableAccountMutation}
          done="The account is enabled."
        >
          The member can sign in again. An operator does not get the role back.
        </AccountCorrection>
      ) : (
        <AccountCorrection
          id={id}
          action="Disable account"
          title="Disable this account?"
          danger
          document={DisableAccountMutation}
          done="The account is disabled, and its sessions have ended."
        >
          All sessions end, signing in fails, and no mails about groups are sent. Feedback and replies stay.
          An operator loses the role.
        </AccountCorrection>
      )}
      {operator ? (
        <AccountCorrection
          id={id}
          action="Revoke operator role"
          title="Revoke the operator role?"
          danger
          document={RevokeOperatorMutation}
          done="The account has no operator role any more."
        >
          It applies from the member’s next request.
        </AccountCorrection>
      ) : (
        !disabledAt && (
          <AccountCorrection
            id={id}
            action="Grant operator role"
            title="Grant the operator role?"
            document={GrantOperatorMutation}
            done="The account has the operator role."
          >
            The member can read all texts and make corrections. It applies from the member’s next request.
          </AccountCorrection>
        )
      )}
    </CorrectionRow>
  );
}
