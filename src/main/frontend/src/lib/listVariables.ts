/** Items on a page. Also the default of the API. */
export const pageSize = 20;

export type PageVariables = {
  first: number | null;
  after: string | null;
  last: number | null;
  before: string | null;
};

/** The page of a list that an address names by `after` or `before`. */
export function pageVariables(search: URLSearchParams): PageVariables {
  const before = search.get('before');
  return before === null
    ? { first: pageSize, after: search.get('after'), last: null, before: null }
    : { first: null, after: null, last: pageSize, before };
}

/** The address of the first page of the same list. */
export function firstPage(search: URLSearchParams): string {
  const first = new URLSearchParams(search);
  first.delete('after');
  first.delete('before');
  return `?${first.toString()}`;
}

/** The value of a filter in an address. Null if it is not set: an empty value filters nothing. */
export type FilterValue = (name: string) => string | null;

export function filterValue(search: URLSearchParams): FilterValue {
  return (name) => {
    const value = search.get(name)?.trim() ?? '';
    return value === '' ? null : value;
  };
}

/** For a filter with the values `true` and `false`. */
export function flag(value: string | null): boolean | null {
  return value === 'true' ? true : value === 'false' ? false : null;
}

/** The value, if it is one of the keys. An old or mistyped address filters nothing. */
export function oneOf<Key extends string>(words: Record<Key, string>, value: string | null): Key | null {
  const isKey = (text: string): text is Key => Object.hasOwn(words, text);
  return value !== null && isKey(value) ? value : null;
}
