import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { trackGone } from '@/features/feedback/feedbackTexts';
import { trackTitle } from '@/features/track/title/trackTitle';
import { plural } from '@/lib/plural';
import { useDrafts } from '@/lib/useDraft';
import { Progress } from '@/ui/state/Progress';
import { formAnchor } from './formAnchor';
import { Panel, type Jump } from './Panel';
import { responseDraft } from './responseDraft';

const FormsPanel_response = graphql(`
  fragment FormsPanel_response on FeedbackResponse {
    id
    submitted
    unreadReplies
    feedbackRequest {
      id
      track {
        url
        source
        title
      }
    }
  }
`);

/** How many forms the member has sent, and where the others are. */
export function FormsPanel(props: {
  responses: readonly FragmentType<typeof FormsPanel_response>[];
  /** The entry of the member's own track. */
  yours?: Jump | null;
  about: string;
}) {
  const responses = readFragment(FormsPanel_response, props.responses);
  const drafts = useDrafts(responses.map(({ id }) => responseDraft(id)));
  const sent = responses.filter(({ submitted }) => submitted).length;
  const begun = responses.filter(({ submitted }, index) => !submitted && drafts[index]).length;
  const jumps = responses.map(({ submitted, unreadReplies, feedbackRequest }, index): Jump => {
    const { track } = feedbackRequest;
    const title = track ? trackTitle(track) : trackGone;
    const jump = { to: formAnchor(index + 1), title: `${index + 1}. ${title}`, unreadReplies };
    if (submitted) return { ...jump, lamp: 'done', state: 'sent' };
    return drafts[index]
      ? { ...jump, lamp: 'begun', state: 'draft' }
      : { ...jump, lamp: 'empty', state: 'not begun' };
  });
  return (
    <Panel
      title={`${sent} of ${plural(responses.length, 'form')} sent`}
      progress={
        <Progress
          done={sent}
          begun={begun}
          total={responses.length}
          label={`${sent} of ${plural(responses.length, 'form')} sent, ${plural(begun, 'draft')}`}
        />
      }
      jumps={props.yours ? [...jumps, props.yours] : jumps}
    >
      <p>{props.about}</p>
    </Panel>
  );
}
