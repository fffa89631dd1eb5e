import { Link } from 'react-router';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { jobs } from '@/features/admin/job/jobLabels';
import { mailKindLabel } from '@/features/admin/mail/mailLabels';
import layout from '@/ui/layout/layout.module.css';
import { Notice } from '@/ui/message/Notice';

const NeedsAttention_query = graphql(`
  fragment NeedsAttention_query on Query {
    outgoingMails(state: GIVEN_UP, first: 1) {
      edges {
        node {
          id
          kind
          finishedAt
        }
      }
    }
    jobRuns(outcome: FAILED, first: 1) {
      edges {
        node {
          id
          job
          startedAt
        }
      }
    }
  }
`);

/** The latest mail that was given up, and the latest run that failed. */
export function NeedsAttention(props: { query: FragmentType<typeof NeedsAttention_query> }) {
  const { outgoingMails, jobRuns } = readFragment(NeedsAttention_query, props.query);
  const mail = outgoingMails?.edges[0]?.node;
  const run = jobRuns?.edges[0]?.node;
  if (!mail && !run) return <p className={layout.soft}>No mail was given up, and no job failed.</p>;
  return (
    <div className={layout.stackTight}>
      {mail && (
        <Notice kind="bad">
          A mail was given up: {mailKindLabel(mail.kind)}, <Timestamp value={mail.finishedAt} />.{' '}
          <Link to="/admin/mails?state=GIVEN_UP">See the mails that were given up</Link>
        </Notice>
      )}
      {run && (
        <Notice kind="bad">
          A job failed: {jobs[run.job]}, <Timestamp value={run.startedAt} />.{' '}
          <Link to="/admin/jobs?outcome=FAILED">See the failed runs</Link>
        </Notice>
      )}
    </div>
  );
}
