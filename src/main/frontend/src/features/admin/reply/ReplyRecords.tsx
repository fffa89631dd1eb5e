import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { DetailSection } from '@/features/admin/detail/DetailSection';
import { ResponseTable } from '@/features/admin/response/ResponseTable';
import { ReplyFacts } from './ReplyFacts';

const ReplyRecords_details = graphql(`
  fragment ReplyRecords_details on ReplyDetails {
    reply {
      ...ReplyFacts_reply
    }
    response {
      ...ResponseTable_response
    }
  }
`);

/** A reply and its response. */
export function ReplyRecords(props: { details: FragmentType<typeof ReplyRecords_details> }) {
  const { reply, response } = readFragment(ReplyRecords_details, props.details);
  return (
    <>
      <ReplyFacts reply={reply} />
      <DetailSection title="Response">
        <p>A reply cannot be changed. To end an abusive conversation, clear its response.</p>
        <ResponseTable responses={[response]} empty="" />
      </DetailSection>
    </>
  );
}
