import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Correction } from '@/features/admin/correction/Correction';
import { CorrectionRow } from '@/features/admin/correction/CorrectionRow';
import { TextField } from '@/ui/form/TextField';

const RequestCorrections_request = graphql(`
  fragment RequestCorrections_request on RequestRecord {
    id
    groupId
  }
`);

const MoveRequestMutation = graphql(`
  mutation MoveRequest($id: ID!, $groupId: ID, $reason: String!) {
    payload: moveRequest(requestId: $id, groupId: $groupId, reason: $reason) {
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

const RemoveRequestMutation = graphql(`
  mutation RemoveRequest($id: ID!, $reason: String!) {
    payload: removeRequest(requestId: $id, reason: $reason) {
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

/** What can be changed about a request now. */
export function RequestCorrections(props: { request: FragmentType<typeof RequestCorrections_request> }) {
  const { id, groupId } = readFragment(RequestCorrections_request, props.request);
  return (
    <CorrectionRow>
      <Correction
        action={groupId ? 'Move to another group' : 'Move to a group'}
        draft={`move-request-${id}`}
        title={`Move request #${id}?`}
        document={MoveRequestMutation}
        // An empty field must not make the request pending: no group has this id, so the server says so at the field.
        variables={({ field, reason }) => ({ id, groupId: field.trim() || '0', reason })}
        field={{
          name: 'groupId',
          control: (newGroup, onChange) => (
            <TextField
              name="groupId"
              label="Id of the new group"
              inputMode="numeric"
              autoComplete="off"
              value={newGroup}
              onChange={(event) => {
                onChange(event.target.value);
              }}
            />
          ),
        }}
        done="The request is in the group."
      >
        <p>
          Unsubmitted forms in the old group are deleted, and forms in the new group are created. No mail is
          sent. Members of the new group may guess the moved member from the time of new responses: move a
          request only if not moving it does more harm.
        </p>
      </Correction>
      {groupId && (
        <Correction
          action="Make pending again"
          draft={`make-request-pending-${id}`}
          title={`Make request #${id} pending again?`}
          document={MoveRequestMutation}
          variables={({ reason }) => ({ id, groupId: null, reason })}
          done="The request is pending again."
        >
          <p>
            One of the next assignment runs puts it into a group. Unsubmitted forms in the old group are
            deleted.
          </p>
        </Correction>
      )}
      <Correction
        action="Remove request"
        draft={`remove-request-${id}`}
        title={`Remove request #${id}?`}
        danger
        document={RemoveRequestMutation}
        variables={({ reason }) => ({ id, reason })}
        done="The request is removed."
      >
        <p>
          {groupId
            ? 'Track, prompt and owner are erased, and unsubmitted forms are deleted. Submitted responses stay readable for their recipients. The owner no longer sees the group.'
            : 'The pending request is deleted.'}{' '}
          This cannot be undone.
        </p>
      </Correction>
    </CorrectionRow>
  );
}
