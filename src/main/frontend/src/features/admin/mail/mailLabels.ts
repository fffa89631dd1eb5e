import type { MailState } from '@/api/gql/graphql';
import { labelOf } from '@/features/admin/parts/labels';

export const mailStates: Record<MailState, string> = {
  QUEUED: 'Queued',
  SENT: 'Sent',
  GIVEN_UP: 'Given up',
};

/** The kinds that the modules of the server add. An unknown one is shown by its name. */
export const mailKinds = {
  'new-group': 'New group',
  reminder: 'Reminder',
  'feedback-readable': 'Feedback can be read',
  'reply-waiting': 'Reply waits',
  'not-grouped': 'Not grouped',
  'track-broken': 'Broken link',
  'track-unresolved': 'Track already pending',
  'password-reset': 'Password reset',
  'password-changed': 'Password changed',
  'verify-address': 'Address verification',
  'email-changed': 'Address changed',
};

export function mailKindLabel(kind: string): string {
  return labelOf(mailKinds, kind);
}
