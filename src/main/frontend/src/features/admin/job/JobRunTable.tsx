import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { NoValue } from '@/features/admin/parts/NoValue';
import { jobs } from './jobLabels';
import { DataTable } from '@/ui/table/DataTable';
import { JobCounts } from './JobCounts';
import { JobOutcomeLabel } from './JobOutcomeLabel';

const JobRunTable_run = graphql(`
  fragment JobRunTable_run on JobRun {
    id
    job
    outcome
    startedAt
    finishedAt
    ...JobCounts_run
  }
`);

function duration(startedAt: string, finishedAt: string): string {
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return seconds < 60
    ? `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

export function JobRunTable(props: { runs: FragmentType<typeof JobRunTable_run>[] }) {
  return (
    <DataTable
      caption="Runs"
      rows={readFragment(JobRunTable_run, props.runs)}
      rowKey={({ id }) => id}
      empty="No run fits these filters."
      columns={[
        { key: 'job', header: 'Run', cell: ({ id, job }) => `${jobs[job]} #${id}` },
        { key: 'outcome', header: 'Outcome', cell: ({ outcome }) => <JobOutcomeLabel outcome={outcome} /> },
        { key: 'started', header: 'Started', cell: ({ startedAt }) => <Timestamp value={startedAt} /> },
        {
          key: 'duration',
          header: 'Duration',
          numeric: true,
          cell: ({ startedAt, finishedAt }) => (finishedAt ? duration(startedAt, finishedAt) : <NoValue />),
        },
        { key: 'counts', header: 'Counts', cell: (run) => <JobCounts run={run} /> },
      ]}
    />
  );
}
