import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { None } from '@/features/admin/parts/None';
import { counterWord } from '@/features/admin/parts/words';

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
  if (counts.length === 0) return <None />;
  return counts.map(({ name, value }) => `${counterWord(name)}: ${number.format(value)}`).join(', ');
}
