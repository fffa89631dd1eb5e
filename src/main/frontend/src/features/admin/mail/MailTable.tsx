import { graphql, readFragment, type FragmentType } from '@/api/gql';
import type { MailTable_MailFragment } from '@/api/gql/graphql';
import cells from '@/features/admin/parts/cell.module.css';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { NoValue } from '@/features/admin/parts/NoValue';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { mailKindLabel } from './mailLabels';
import { DataTable, type Column } from '@/ui/table/DataTable';
import { MailStateLabel } from './MailStateLabel';
import { RetryMail } from './RetryMail';

const MailTable_mail = graphql(`
  fragment MailTable_mail on OutgoingMail {
    id
    kind
    state
    personId
    createdAt
    finishedAt
    nextAttemptAt
    failures
    recipientRefused
    recipient @include(if: $texts)
    lastError @include(if: $texts)
  }
`);

const columns: Column<MailTable_MailFragment>[] = [
  { key: 'kind', header: 'Mail', cell: ({ id, kind }) => `${mailKindLabel(kind)} #${id}` },
  {
    key: 'state',
    header: 'State',
    cell: (mail) => <MailStateLabel state={mail.state} recipientRefused={mail.recipientRefused} />,
  },
  {
    key: 'person',
    header: 'Account',
    cell: ({ personId }) => <RecordLink to="people" id={personId} />,
  },
  { key: 'queued', header: 'Queued', cell: ({ createdAt }) => <Timestamp value={createdAt} /> },
  {
    key: 'end',
    header: 'End or next try',
    cell: ({ finishedAt, nextAttemptAt }) => <Timestamp value={finishedAt ?? nextAttemptAt} />,
  },
  { key: 'failures', header: 'Failures', numeric: true, cell: ({ failures }) => failures },
];

const texts: Column<MailTable_MailFragment>[] = [
  {
    key: 'recipient',
    header: 'Recipient',
    cell: ({ recipient }) => <bdi className={cells.anywhere}>{recipient}</bdi>,
  },
  {
    key: 'error',
    header: 'Last error',
    cell: ({ lastError }) => (lastError ? <span className={cells.anywhere}>{lastError}</span> : <NoValue />),
  },
];

const retry: Column<MailTable_MailFragment> = {
  key: 'retry',
  header: 'Actions',
  cell: ({ id, state }) => (state === 'GIVEN_UP' ? <RetryMail id={id} /> : <NoValue />),
};

/** Without addresses, unless they were read. */
export function MailTable(props: { mails: FragmentType<typeof MailTable_mail>[]; empty: string }) {
  const rows = readFragment(MailTable_mail, props.mails);
  const areTextsRead = rows.some(({ recipient }) => recipient !== undefined);
  const canRetry = rows.some(({ state }) => state === 'GIVEN_UP');
  return (
    <DataTable
      caption="Mails"
      rows={rows}
      rowKey={({ id }) => id}
      empty={props.empty}
      columns={[...columns, ...(areTextsRead ? texts : []), ...(canRetry ? [retry] : [])]}
    />
  );
}
