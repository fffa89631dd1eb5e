import { id, textSearch, type Filter } from '@/ui/filter/filter';

/** Finds a part of a text of a member. What was searched for is not in the audit log. */
export function memberTextSearch(hint: string): Filter {
  return textSearch('text', 'Search', `${hint} The audit log records that you searched.`);
}

export const groupId = id('groupId', 'Group id');

export const personId = id('personId', 'Account id');

export const authorId = id('writerId', 'Account id of the author', 'Recorded in the audit log');
