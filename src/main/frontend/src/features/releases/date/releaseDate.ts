const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const dayWithYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * The date of a release in words, as exact as it is known: `2026`, `November 2026`, `27 November`, `27 November 2025`. Dates of
 * releases have no time zone.
 */
export function describeReleaseDate(date: string, now: Date): string {
  const value = new Date(date);
  if (/^\d{4}-\d{2}$/.test(date)) return month.format(value);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  return (value.getUTCFullYear() === now.getFullYear() ? day : dayWithYear).format(value);
}
