import { graphql } from '@/api/gql';
import type { Job } from '@/api/gql/graphql';
import { Correction } from '@/features/admin/correction/Correction';
import cells from '@/features/admin/parts/cell.module.css';
import { jobs } from './jobLabels';

const RunJobMutation = graphql(`
  mutation RunJob($job: Job!, $reason: String!) {
    payload: runJob(job: $job, reason: $reason) {
      success
      error
      userErrors {
        code
        message
        argument
      }
    }
  }
`);

/** For a table: the button stays in one line. */
export function RunJob({ job }: { job: Job }) {
  return (
    <div className={cells.together}>
      <Correction
        action="Run now"
        of={jobs[job]}
        draft={`run-${job}`}
        title={`${jobs[job]} now?`}
        document={RunJobMutation}
        variables={({ reason }) => ({ job, reason })}
        done={`${jobs[job]}: the run succeeded.`}
      >
        <p>It does the same as the scheduled run. The dialog stays open until the run has ended.</p>
      </Correction>
    </div>
  );
}
