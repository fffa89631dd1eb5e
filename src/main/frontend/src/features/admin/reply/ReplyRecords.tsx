import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { DetailSection } from '@/features/admin/detail/DetailSection';
import { ResponseTable } from '@/features/admin/response/ResponseTable';
import { ReplyTable } from './ReplyTable';

const ReplyRecords_details = graphql(`
  fragment ReplyRecords_details on ReplyDetails {
    reply {
      ...ReplyTable_reply
    }
    response {
      ...ResponseTable_response
    }
  }
`);

/** A reply and its response. An abusive conversation is closed by clearing the response. */
export function ReplyRecords(props: { details: FragmentType<typeof ReplyRecords_details> }) {
  const { reply, response } = readFragment(ReplyRecords_details, props.details);
  return (
    <>
      <DetailSection title="Reply">
        <ReplyTable replies={[reply]} empty="" />
      </DetailSection>
      <DetailSection title="Response">
        <ResponseTable responses={[response]} empty="" />
      </DetailSection>
    </>
  );
}
