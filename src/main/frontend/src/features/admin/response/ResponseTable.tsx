import { graphql, readFragment, type FragmentType } from '@/api/gql';
import type { ResponseTable_ResponseFragment } from '@/api/gql/graphql';
import { MemberText } from '@/features/admin/parts/MemberText';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { NoValue } from '@/features/admin/parts/NoValue';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { RecordTable } from '@/features/admin/parts/RecordTable';
import { yesNo } from '@/features/admin/parts/labels';
import type { Column } from '@/ui/table/DataTable';

const ResponseTable_response = graphql(`
  fragment ResponseTable_response on ResponseRecord {
    id
    requestId
    groupId
    submittedAt
    rating
    allowReplies
    writerId @include(if: $texts)
    writerEmail @include(if: $texts)
    feedback @include(if: $texts)
  }
`);

const columns: Column<ResponseTable_ResponseFragment>[] = [
  { key: 'id', header: 'Response', cell: ({ id }) => <RecordLink to="responses" id={id} /> },
  {
    key: 'request',
    header: 'On request',
    cell: ({ requestId }) => <RecordLink to="requests" id={requestId} />,
  },
  { key: 'group', header: 'Group', cell: ({ groupId }) => <RecordLink to="groups" id={groupId} /> },
  {
    key: 'submitted',
    header: 'Submitted',
    cell: ({ submittedAt }) =>
      submittedAt ? <Timestamp value={submittedAt} /> : <NoValue>not yet: a form</NoValue>,
  },
  { key: 'rating', header: 'Rating', numeric: true, cell: ({ rating }) => rating ?? <NoValue /> },
  { key: 'replies', header: 'Replies allowed', cell: ({ allowReplies }) => yesNo(allowReplies) },
];

const texts: Column<ResponseTable_ResponseFragment>[] = [
  {
    key: 'author',
    header: 'Author',
    cell: ({ writerId, writerEmail }) => (
      <RecordLink to="people" id={writerId} none="left">
        {writerEmail}
      </RecordLink>
    ),
  },
  {
    key: 'feedback',
    header: 'Text',
    cell: ({ feedback }) => <MemberText text={feedback} none="none" />,
  },
];

/** Without texts and authors, unless they were read. */
export function ResponseTable(props: {
  responses: FragmentType<typeof ResponseTable_response>[];
  empty: string;
}) {
  return (
    <RecordTable
      caption="Responses"
      rows={readFragment(ResponseTable_response, props.responses)}
      empty={props.empty}
      columns={columns}
      texts={texts}
      areTextsRead={({ feedback }) => feedback !== undefined}
    />
  );
}
