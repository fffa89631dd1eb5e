/** What was searched for is not in the audit log. */
export const searchRecorded = 'The audit log records that you searched.';
