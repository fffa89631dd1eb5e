import { graphql } from '@/api/gql';
import { listPage } from '@/features/admin/list/listPage';
import { oneOf } from '@/lib/listVariables';
import { nodesOf } from '@/lib/nodesOf';
import { choice } from '@/ui/filter/filter';
import { jobs, jobOutcomes } from './jobLabels';
import { JobRunTable } from './JobRunTable';
import { LatestRuns } from './LatestRuns';

const JobsPageQuery = graphql(`
  query JobsPage($job: Job, $outcome: JobOutcome, $first: Int, $after: String, $last: Int, $before: String) {
    assignGroups: jobRuns(job: ASSIGN_GROUPS, first: 1) {
      ...LatestRuns_runs
    }
    releaseFeedback: jobRuns(job: RELEASE_FEEDBACK, first: 1) {
      ...LatestRuns_runs
    }
    fetchNewReleases: jobRuns(job: FETCH_NEW_RELEASES, first: 1) {
      ...LatestRuns_runs
    }
    checkTracks: jobRuns(job: CHECK_TRACKS, first: 1) {
      ...LatestRuns_runs
    }
    sendNotices: jobRuns(job: SEND_NOTICES, first: 1) {
      ...LatestRuns_runs
    }
    calculateRatings: jobRuns(job: CALCULATE_USER_RATINGS, first: 1) {
      ...LatestRuns_runs
    }
    sendReminders: jobRuns(job: SEND_GROUP_REMINDER_EMAILS, first: 1) {
      ...LatestRuns_runs
    }
    summarizeUsage: jobRuns(job: SUMMARIZE_USAGE, first: 1) {
      ...LatestRuns_runs
    }
    jobRuns(job: $job, outcome: $outcome, first: $first, after: $after, last: $last, before: $before) {
      edges {
        node {
          ...JobRunTable_run
        }
      }
      pageInfo {
        ...ListPager_pageInfo
      }
    }
  }
`);

export const jobsPage = listPage({
  title: 'Jobs',
  filters: [choice('job', 'Job', jobs), choice('outcome', 'Outcome', jobOutcomes)],
  query: JobsPageQuery,
  variables: (filter, page) => ({
    ...page,
    job: oneOf(jobs, filter('job')),
    outcome: oneOf(jobOutcomes, filter('outcome')),
  }),
  pageInfo: ({ jobRuns }) => jobRuns?.pageInfo,
  above: (latest) => (
    <>
      <LatestRuns
        runs={[
          { job: 'ASSIGN_GROUPS', latest: latest.assignGroups },
          { job: 'RELEASE_FEEDBACK', latest: latest.releaseFeedback },
          { job: 'FETCH_NEW_RELEASES', latest: latest.fetchNewReleases },
          { job: 'CHECK_TRACKS', latest: latest.checkTracks },
          { job: 'SEND_NOTICES', latest: latest.sendNotices },
          { job: 'CALCULATE_USER_RATINGS', latest: latest.calculateRatings },
          { job: 'SEND_GROUP_REMINDER_EMAILS', latest: latest.sendReminders },
          { job: 'SUMMARIZE_USAGE', latest: latest.summarizeUsage },
        ]}
      />
      <h2>History</h2>
    </>
  ),
  table: ({ jobRuns }) => jobRuns && <JobRunTable runs={nodesOf(jobRuns)} />,
});
