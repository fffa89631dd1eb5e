import layout from '@/ui/layout/layout.module.css';
import { figures, type DayFigures, type Figure } from './figures';
import styles from './UsageChart.module.css';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

function dayLabel(iso: string): string {
  return day.format(new Date(iso));
}

/** Bars of one figure by day. The table on the same page has the numbers. */
export function UsageChart({ days, figure }: { days: readonly DayFigures[]; figure: Figure }) {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return null;
  const values = days.map((each) => each[figure]);
  const most = Math.max(...values);
  const total = values.reduce((sum, value) => sum + value, 0);
  const name = figures[figure];
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        {name} by day: {total} in all, at most {most} on a day
      </figcaption>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${days.length} ${Math.max(most, 1)}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${name} by day, ${dayLabel(first.day)} to ${dayLabel(last.day)}. The table below has the numbers.`}
      >
        {days.map((each, index) => (
          <rect
            key={each.day}
            className={styles.bar}
            x={index + 0.1}
            y={Math.max(most, 1) - each[figure]}
            width={0.8}
            height={each[figure]}
          >
            <title>{`${dayLabel(each.day)}: ${each[figure]}`}</title>
          </rect>
        ))}
      </svg>
      <div className={styles.axis} aria-hidden="true">
        <span className={layout.small}>{dayLabel(first.day)}</span>
        <span className={layout.small}>{dayLabel(last.day)}</span>
      </div>
    </figure>
  );
}
