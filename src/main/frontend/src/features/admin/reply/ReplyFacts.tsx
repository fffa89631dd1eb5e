import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { DetailSection } from '@/features/admin/detail/DetailSection';
import { Facts } from '@/features/admin/detail/Facts';
import { MemberText } from '@/features/admin/parts/MemberText';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { NoValue } from '@/features/admin/parts/NoValue';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { yesNo } from '@/features/admin/parts/labels';

const ReplyFacts_reply = graphql(`
  fragment ReplyFacts_reply on ReplyRecord {
    id
    responseId
    createdAt
    readAt
    allowReplies
    writerId @include(if: $texts)
    writerEmail @include(if: $texts)
    fromOwner @include(if: $texts)
    text @include(if: $texts)
  }
`);

export function ReplyFacts(props: { reply: FragmentType<typeof ReplyFacts_reply> }) {
  const reply = readFragment(ReplyFacts_reply, props.reply);
  const author =
    reply.text === undefined
      ? []
      : [
          {
            term: reply.fromOwner ? 'Author, owner of the track' : 'Author, also of the response',
            value: (
              <RecordLink to="people" id={reply.writerId} none="has left">
                {reply.writerEmail}
              </RecordLink>
            ),
          },
        ];
  return (
    <>
      <Facts
        facts={[
          { term: 'To response', value: <RecordLink to="responses" id={reply.responseId} /> },
          { term: 'Written', value: <Timestamp value={reply.createdAt} /> },
          {
            term: 'Read',
            value: reply.readAt ? <Timestamp value={reply.readAt} /> : <NoValue>not yet</NoValue>,
          },
          { term: 'Replies allowed', value: yesNo(reply.allowReplies) },
          ...author,
        ]}
      />
      {reply.text !== undefined && (
        <DetailSection title="Text">
          <MemberText text={reply.text} none="none" />
        </DetailSection>
      )}
    </>
  );
}
