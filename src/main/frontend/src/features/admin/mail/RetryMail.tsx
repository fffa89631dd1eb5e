import { graphql } from '@/api/gql';
import { Correction } from '@/features/admin/correction/Correction';
import { optionalReason } from '@/features/admin/correction/optionalReason';
import cells from '@/features/admin/parts/cell.module.css';

const RetryMailMutation = graphql(`
  mutation RetryMail($id: ID!, $reason: String) {
    payload: retryMail(mailId: $id, reason: $reason) {
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

/** For a table: the button stays in one line. */
export function RetryMail({ id }: { id: string }) {
  return (
    <div className={cells.together}>
      <Correction
        action="Try again"
        of={`mail #${id}`}
        draft={`retry-mail-${id}`}
        title={`Send mail #${id} again?`}
        reason="optional"
        document={RetryMailMutation}
        variables={({ reason }) => ({ id, reason: optionalReason(reason) })}
        done={`Mail #${id} is in the queue again.`}
      >
        <p>The mail is put back into the queue.</p>
      </Correction>
    </div>
  );
}
