/** Texts that several pages of operators show. */

/** Of lists: an operator must not learn who wrote what in a group of their own. */
export const ownGroupsLeftOut = 'Those in groups in which you are or were a member are left out.';

export const textsAndAuthors = 'texts and authors';

export const noAuditEntries = 'No entries.';

/** In place of the page of a record, for example of a `response`. */
export function hiddenOrMissing(record: string): string {
  return `There is no ${record} with this id, or it is in a group in which you are or were a member. Another operator can see it then.`;
}
