const GREATEST_ID = 2 ** 31 - 1;

/** The id in a path, or null if it cannot be the id of anything. */
export function idParam(value: string | undefined): number | null {
  if (value === undefined || !/^\d{1,10}$/.test(value)) return null;
  const id = Number(value);
  return id <= GREATEST_ID ? id : null;
}
