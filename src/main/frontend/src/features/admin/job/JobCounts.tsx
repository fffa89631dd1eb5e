import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { NoValue } from '@/features/admin/parts/NoValue';
import { countLabel } from './jobLabels';

const JobCounts_run = graphql(`
  fragment JobCounts_run on JobRun {
    counts {
      name
      value
    }
  }
`);

const number = new Intl.NumberFormat('en-GB');

/** What a run changed, for example `Groups formed: 3`. */
export function JobCounts(props: { run: FragmentType<typeof JobCounts_run> }) {
  const { counts } = readFragment(JobCounts_run, props.run);
  if (counts.length === 0) return <NoValue />;
  return counts.map(({ name, value }) => `${countLabel(name)}: ${number.format(value)}`).join(', ');
}
