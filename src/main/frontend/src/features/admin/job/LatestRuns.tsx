import { graphql, readFragment, type FragmentType } from '@/api/gql';
import type { Job } from '@/api/gql/graphql';
import { DetailSection } from '@/features/admin/detail/DetailSection';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { NoValue } from '@/features/admin/parts/NoValue';
import { nodesOf } from '@/lib/nodesOf';
import { jobs } from './jobLabels';
import { DataTable } from '@/ui/table/DataTable';
import { JobCounts } from './JobCounts';
import { JobOutcomeLabel } from './JobOutcomeLabel';
import { RunJob } from './RunJob';

const LatestRuns_runs = graphql(`
  fragment LatestRuns_runs on JobRunConnection {
    edges {
      node {
        id
        outcome
        startedAt
        ...JobCounts_run
      }
    }
  }
`);

type LatestRun = FragmentType<typeof LatestRuns_runs> | null | undefined;

const descriptions: Record<Job, string> = {
  RELEASE_FEEDBACK: 'Shows the responses and replies of the latest batch to their recipients.',
  FETCH_NEW_RELEASES: 'Copies new releases from music services.',
  CHECK_TRACKS: 'Looks at the tracks of pending requests again.',
  SEND_NOTICES: 'Tells members of feedback and replies that they can read.',
  CALCULATE_USER_RATINGS: 'Calculates each member’s rating.',
  SEND_GROUP_REMINDER_EMAILS: 'Reminds members of forms that they owe.',
  ASSIGN_GROUPS: 'Puts pending requests into groups.',
  SUMMARIZE_USAGE: 'Computes the usage figures of past days.',
};

/** All jobs, each with its latest run. */
export function LatestRuns({ runs }: { runs: { job: Job; latest: LatestRun }[] }) {
  return (
    <DetailSection title="Last runs">
      <DataTable
        caption="Jobs"
        rows={runs.map(({ job, latest }) => ({
          job,
          run: latest ? nodesOf(readFragment(LatestRuns_runs, latest))[0] : undefined,
        }))}
        rowKey={({ job }) => job}
        empty=""
        columns={[
          { key: 'job', header: 'Job', cell: ({ job }) => jobs[job] },
          { key: 'what', header: 'What it does', cell: ({ job }) => descriptions[job] },
          {
            key: 'started',
            header: 'Last run',
            cell: ({ run }) => (run ? <Timestamp value={run.startedAt} /> : <NoValue>never</NoValue>),
          },
          {
            key: 'outcome',
            header: 'Outcome',
            cell: ({ run }) => (run ? <JobOutcomeLabel outcome={run.outcome} /> : <NoValue />),
          },
          {
            key: 'counts',
            header: 'Counts',
            cell: ({ run }) => (run ? <JobCounts run={run} /> : <NoValue />),
          },
          { key: 'run', header: 'Actions', cell: ({ job }) => <RunJob job={job} /> },
        ]}
      />
    </DetailSection>
  );
}
