import type { AuditAction, AuditSubject, Job, JobOutcome, MailState } from '@/api/gql/graphql';
import { genreName, genres as genreList } from '@/features/track/genre/genres';
import { sourceName } from '@/features/track/source/mediaSource';

export const genres = Object.fromEntries(genreList.map(({ value, label }) => [value, label]));

export const mailStates: Record<MailState, string> = {
  QUEUED: 'Queued',
  SENT: 'Sent',
  GIVEN_UP: 'Given up',
};

/** The kinds that the modules of the server add. An unknown one is shown by its name. */
export const mailKinds = {
  'new-group': 'New group',
  reminder: 'Reminder',
  'password-reset': 'Password reset',
  'password-changed': 'Password changed',
  'verify-address': 'Address verification',
  'email-changed': 'Address changed',
};

export const jobs: Record<Job, string> = {
  CALCULATE_USER_RATINGS: 'Calculate ratings',
  SEND_GROUP_REMINDER_EMAILS: 'Send reminders',
  ASSIGN_GROUPS: 'Assign groups',
  RELEASE_FEEDBACK: 'Release feedback',
  SUMMARIZE_USAGE: 'Summarise usage',
};

export const outcomes: Record<JobOutcome, string> = {
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  DIED: 'Killed',
  RUNNING: 'Running',
};

export const auditActions: Record<AuditAction, string> = {
  READ: 'Texts read',
  MOVE_REQUEST: 'Request moved',
  REMOVE_REQUEST: 'Request removed',
  CLEAR_RESPONSE: 'Response cleared',
  DISABLE_ACCOUNT: 'Account disabled',
  ENABLE_ACCOUNT: 'Account enabled',
  GRANT_OPERATOR: 'Operator role granted',
  REVOKE_OPERATOR: 'Operator role revoked',
  CREATE_OPERATOR: 'Operator created',
  RUN_JOB: 'Job run',
  RETRY_MAIL: 'Mail retried',
  RETRY_MAILS: 'Mails retried',
};

export const auditSubjects: Record<AuditSubject, string> = {
  PERSON: 'Account',
  REQUEST: 'Request',
  RESPONSE: 'Response',
  MAIL: 'Mail',
  JOB_RUN: 'Job run',
};

export function genreWord(genre: string): string {
  return genreName(genre);
}

export function mailKindWord(kind: string): string {
  return word(mailKinds, kind);
}

/** Where the track is. Null for a trackless request. */
export function sourceWord(mediaType: string | null | undefined): string {
  return mediaType ? (sourceName(mediaType) ?? mediaType) : 'no track';
}

export function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

/** For example `groupsFormed`: `Groups formed`. */
export function counterWord(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function word(words: Record<string, string>, name: string): string {
  return words[name] ?? name;
}
