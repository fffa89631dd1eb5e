import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { NoValue } from '@/features/admin/parts/NoValue';
import { DataTable } from '@/ui/table/DataTable';
import { UsageChart } from './UsageChart';
import type { Figure } from './figures';

const UsageFigures_day = graphql(`
  fragment UsageFigures_day on UsageDay {
    day
    registrations
    requests
    groups
    responsesAsked
    responsesGiven
    responseRate
  }
`);

const percent = new Intl.NumberFormat('en-GB', { style: 'percent' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** The figures of a period: one of them as a chart, all of them as a table, the latest day first. */
export function UsageFigures(props: { days: FragmentType<typeof UsageFigures_day>[]; figure: Figure }) {
  const days = readFragment(UsageFigures_day, props.days);
  return (
    <>
      <UsageChart days={days} figure={props.figure} />
      <DataTable
        caption="Usage by day"
        rows={days.toReversed()}
        rowKey={(each) => each.day}
        empty="No days."
        columns={[
          { key: 'day', header: 'Day (UTC)', cell: (each) => day.format(new Date(each.day)) },
          {
            key: 'registrations',
            header: 'Registrations',
            numeric: true,
            cell: (each) => each.registrations,
          },
          { key: 'requests', header: 'Requests', numeric: true, cell: (each) => each.requests },
          { key: 'groups', header: 'Groups', numeric: true, cell: (each) => each.groups },
          { key: 'asked', header: 'Forms', numeric: true, cell: (each) => each.responsesAsked },
          { key: 'given', header: 'Forms sent', numeric: true, cell: (each) => each.responsesGiven },
          {
            key: 'rate',
            header: 'Share sent',
            numeric: true,
            cell: ({ responseRate }) => (responseRate === null ? <NoValue /> : percent.format(responseRate)),
          },
        ]}
      />
    </>
  );
}
