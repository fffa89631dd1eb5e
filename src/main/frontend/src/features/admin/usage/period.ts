export type Period = { from: string; to: string };

const dayMs = 24 * 60 * 60 * 1000;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function isDay(value: string | null): value is string {
  return value !== null && isoDay.test(value) && !Number.isNaN(Date.parse(value));
}

/** The period that an address names, in UTC days as the server counts. A missing end is the last 30 days. */
export function periodOf(search: URLSearchParams, now: Date): Period {
  const from = search.get('from');
  const to = search.get('to');
  const last = isDay(to) ? to : dayOf(now.getTime());
  return { from: isDay(from) ? from : dayOf(Date.parse(last) - 29 * dayMs), to: last };
}
