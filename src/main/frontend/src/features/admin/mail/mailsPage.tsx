import { graphql } from '@/api/gql';
import { CorrectionRow } from '@/features/admin/correction/CorrectionRow';
import { listPage } from '@/features/admin/list/listPage';
import { personId } from '@/features/admin/list/recordFilters';
import { flag, oneOf } from '@/lib/listVariables';
import { nodesOf } from '@/lib/nodesOf';
import { choice } from '@/ui/filter/filter';
import { mailKinds, mailStates } from './mailLabels';
import { MailTable } from './MailTable';
import { RetryMails } from './RetryMails';

const MailsPageQuery = graphql(`
  query MailsPage(
    $state: MailState
    $kind: String
    $recipient: String
    $personId: ID
    $recipientRefused: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
    $texts: Boolean!
  ) {
    outgoingMails(
      state: $state
      kind: $kind
      recipient: $recipient
      personId: $personId
      recipientRefused: $recipientRefused
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      edges {
        node {
          ...MailTable_mail
        }
      }
      pageInfo {
        ...ListPager_pageInfo
      }
    }
  }
`);

export const mailsPage = listPage({
  title: 'Mails',
  lede: 'Sent mails, and those that were given up, are kept for 30 days.',
  filters: [
    choice('state', 'State', mailStates),
    choice('kind', 'Kind', mailKinds),
    { name: 'recipient', label: 'Recipient', hint: 'The whole address', kind: 'text' },
    personId,
    choice('recipientRefused', 'Address', { true: 'Refused by the mail server', false: 'Others' }),
  ],
  query: MailsPageQuery,
  variables: (filter, page, texts) => ({
    ...page,
    texts,
    state: oneOf(mailStates, filter('state')),
    kind: oneOf(mailKinds, filter('kind')),
    recipient: filter('recipient'),
    personId: filter('personId'),
    recipientRefused: flag(filter('recipientRefused')),
  }),
  pageInfo: ({ outgoingMails }) => outgoingMails?.pageInfo,
  above: () => (
    <CorrectionRow>
      <RetryMails />
    </CorrectionRow>
  ),
  table: ({ outgoingMails }) =>
    outgoingMails && <MailTable mails={nodesOf(outgoingMails)} empty="No mail fits these filters." />,
  texts: 'addresses and errors',
});
