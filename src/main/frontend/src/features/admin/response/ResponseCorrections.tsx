import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Correction } from '@/features/admin/correction/Correction';
import { CorrectionRow } from '@/features/admin/correction/CorrectionRow';

const ResponseCorrections_response = graphql(`
  fragment ResponseCorrections_response on ResponseRecord {
    id
    submittedAt
  }
`);

const ClearResponseMutation = graphql(`
  mutation ClearResponse($id: ID!, $reason: String!) {
    payload: clearResponse(responseId: $id, reason: $reason) {
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

/** What can be changed about a response. A form has no text to clear. */
export function ResponseCorrections(props: { response: FragmentType<typeof ResponseCorrections_response> }) {
  const { id, submittedAt } = readFragment(ResponseCorrections_response, props.response);
  if (!submittedAt) return null;
  return (
    <CorrectionRow>
      <Correction
        action="Clear response"
        draft={`clear-response-${id}`}
        title={`Clear response #${id}?`}
        danger
        document={ClearResponseMutation}
        variables={({ reason }) => ({ id, reason })}
        done="The text is removed, and the conversation is closed."
      >
        <p>
          For an abusive response. A sentence about the removal takes the place of the text, and the
          conversation closes. The rating stays. This cannot be undone.
        </p>
      </Correction>
    </CorrectionRow>
  );
}
