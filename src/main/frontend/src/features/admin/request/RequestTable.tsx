import { graphql, readFragment, type FragmentType } from '@/api/gql';
import type { RequestTable_RequestFragment } from '@/api/gql/graphql';
import { MemberText } from '@/features/admin/parts/MemberText';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { RecordTable } from '@/features/admin/parts/RecordTable';
import { TrackLink } from '@/features/admin/parts/TrackLink';
import { sourceLabel } from './requestLabels';
import { genreName } from '@/features/track/genre/genres';
import { Badge } from '@/ui/state/Badge';
import type { Column } from '@/ui/table/DataTable';

const RequestTable_request = graphql(`
  fragment RequestTable_request on RequestRecord {
    id
    createdAt
    genre
    mediaType
    groupId
    personId
    personEmail
    mediaUrl @include(if: $texts)
    feedbackPrompt @include(if: $texts)
  }
`);

const columns: Column<RequestTable_RequestFragment>[] = [
  {
    key: 'id',
    header: 'Request',
    cell: ({ id }) => <RecordLink to="requests" id={id} />,
  },
  {
    key: 'owner',
    header: 'Owner',
    cell: ({ personId, personEmail }) => (
      <RecordLink to="people" id={personId} none="not shown">
        {personEmail}
      </RecordLink>
    ),
  },
  { key: 'created', header: 'Created', cell: ({ createdAt }) => <Timestamp value={createdAt} /> },
  { key: 'genre', header: 'Genre', cell: ({ genre }) => genreName(genre) },
  { key: 'source', header: 'Track at', cell: ({ mediaType }) => sourceLabel(mediaType) },
  {
    key: 'group',
    header: 'Group',
    cell: ({ groupId }) =>
      groupId ? <RecordLink to="groups" id={groupId} /> : <Badge kind="wait">pending</Badge>,
  },
];

const texts: Column<RequestTable_RequestFragment>[] = [
  {
    key: 'track',
    header: 'Track and prompt',
    cell: ({ mediaUrl, feedbackPrompt }) => (
      <>
        <div>
          <TrackLink url={mediaUrl} />
        </div>
        <MemberText text={feedbackPrompt} none="No prompt" />
      </>
    ),
  },
];

/** Without track and prompt, unless they were read. */
export function RequestTable(props: {
  requests: FragmentType<typeof RequestTable_request>[];
  empty: string;
}) {
  return (
    <RecordTable
      caption="Requests"
      rows={readFragment(RequestTable_request, props.requests)}
      empty={props.empty}
      columns={columns}
      texts={texts}
      areTextsRead={({ mediaUrl }) => mediaUrl !== undefined}
    />
  );
}
