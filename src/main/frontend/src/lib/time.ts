const dayMs = 24 * 60 * 60 * 1000;

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const dateWithYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

function startOfDay(value: Date): number {
  return new Date(value.getFullYear(), value.getMonth(), value.getDate()).getTime();
}

/** In the reader's time zone: `today at 21:36`, `yesterday at 08:00`, `tomorrow at 03:30`, `3 December`, `3 December 2024`. */
export function describeTime(iso: string, now: Date): string {
  const value = new Date(iso);
  const days = Math.round((startOfDay(value) - startOfDay(now)) / dayMs);
  if (days === 0) return `today at ${time.format(value)}`;
  if (days === -1) return `yesterday at ${time.format(value)}`;
  if (days === 1) return `tomorrow at ${time.format(value)}`;
  return (value.getFullYear() === now.getFullYear() ? date : dateWithYear).format(value);
}

/** Date and time in full, in the reader's time zone. */
export function exactTime(iso: string): string {
  return exact.format(new Date(iso));
}
