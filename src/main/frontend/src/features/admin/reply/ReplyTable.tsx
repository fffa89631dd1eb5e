import { graphql, readFragment, type FragmentType } from '@/api/gql';
import type { ReplyTable_ReplyFragment } from '@/api/gql/graphql';
import { MemberText } from '@/features/admin/parts/MemberText';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { NoValue } from '@/features/admin/parts/NoValue';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { RecordTable } from '@/features/admin/parts/RecordTable';
import { yesNo } from '@/features/admin/parts/labels';
import layout from '@/ui/layout/layout.module.css';
import type { Column } from '@/ui/table/DataTable';

const ReplyTable_reply = graphql(`
  fragment ReplyTable_reply on ReplyRecord {
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

const columns: Column<ReplyTable_ReplyFragment>[] = [
  { key: 'id', header: 'Reply', cell: ({ id }) => <RecordLink to="replies" id={id} /> },
  {
    key: 'response',
    header: 'To response',
    cell: ({ responseId }) => <RecordLink to="responses" id={responseId} />,
  },
  { key: 'created', header: 'Written', cell: ({ createdAt }) => <Timestamp value={createdAt} /> },
  {
    key: 'read',
    header: 'Read',
    cell: ({ readAt }) => (readAt ? <Timestamp value={readAt} /> : <NoValue>not yet</NoValue>),
  },
  { key: 'more', header: 'Replies allowed', cell: ({ allowReplies }) => yesNo(allowReplies) },
];

const texts: Column<ReplyTable_ReplyFragment>[] = [
  {
    key: 'author',
    header: 'Author',
    cell: ({ writerId, writerEmail, fromOwner }) => (
      <>
        <RecordLink to="people" id={writerId} none="left">
          {writerEmail}
        </RecordLink>
        <div className={layout.soft}>{fromOwner ? 'owner of the track' : 'author of the response'}</div>
      </>
    ),
  },
  { key: 'text', header: 'Text', cell: ({ text }) => <MemberText text={text} none="none" /> },
];

/** Without texts and authors, unless they were read. */
export function ReplyTable(props: { replies: FragmentType<typeof ReplyTable_reply>[]; empty: string }) {
  return (
    <RecordTable
      caption="Replies"
      rows={readFragment(ReplyTable_reply, props.replies)}
      empty={props.empty}
      columns={columns}
      texts={texts}
      areTextsRead={({ text }) => text !== undefined}
    />
  );
}
