import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { plural } from '@/lib/plural';
import { Panel, type Jump } from './Panel';

const ReceivedPanel_response = graphql(`
  fragment ReceivedPanel_response on FeedbackResponse {
    id
    rating
    unreadReplies
  }
`);

/** What the member still has to rate. */
export function ReceivedPanel(props: { responses: readonly FragmentType<typeof ReceivedPanel_response>[] }) {
  const responses = readFragment(ReceivedPanel_response, props.responses);
  const toRate = responses.filter(({ rating }) => rating === null).length;
  return (
    <Panel
      title={
        responses.length === 0
          ? 'No responses yet'
          : toRate === 0
            ? 'All responses rated'
            : `${plural(toRate, 'response')} to rate`
      }
      jumps={responses.map(({ rating, unreadReplies }, index): Jump => {
        const jump = { to: `response-${index + 1}`, title: `Response ${index + 1}`, unreadReplies };
        return rating === null
          ? { ...jump, lamp: 'wait', state: 'rate it', waits: true }
          : { ...jump, lamp: 'done', state: `${rating} of 5` };
      })}
    >
      <p>
        A rating changes the mean of its author later, together with others. They do not learn who gave it.
      </p>
    </Panel>
  );
}
