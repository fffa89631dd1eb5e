import type { AuditAction, AuditSubject } from '@/api/gql/graphql';

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
