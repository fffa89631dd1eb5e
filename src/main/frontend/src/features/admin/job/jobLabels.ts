import type { Job, JobOutcome } from '@/api/gql/graphql';
import { capitalized } from '@/lib/capitalized';

export const jobs: Record<Job, string> = {
  CALCULATE_USER_RATINGS: 'Calculate ratings',
  SEND_GROUP_REMINDER_EMAILS: 'Send reminders',
  ASSIGN_GROUPS: 'Assign groups',
  RELEASE_FEEDBACK: 'Release feedback',
  FETCH_NEW_RELEASES: 'Fetch new releases',
  CHECK_TRACKS: 'Check tracks',
  SEND_NOTICES: 'Send notices',
  SUMMARIZE_USAGE: 'Summarise usage',
};

export const jobOutcomes: Record<JobOutcome, string> = {
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  DIED: 'Killed',
  RUNNING: 'Running',
};

/** For example `groupsFormed`: `Groups formed`. */
export function countLabel(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return capitalized(words);
}
