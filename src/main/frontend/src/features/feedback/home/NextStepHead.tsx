import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { formAnchor } from '@/features/feedback/group/formAnchor';
import { plural } from '@/lib/plural';
import { ButtonLink } from '@/ui/button/ButtonLink';
import { PageTitle } from '@/ui/page/PageTitle';
import { Progress } from '@/ui/state/Progress';
import { StateLabel } from '@/ui/state/StateLabel';
import { countInWords } from './countInWords';
import { drafts, formsLeft, formsSent, type GroupProgress } from './groupProgress';
import type { NextStep } from './nextStep';
import styles from './NextStepHead.module.css';

type Head = {
  title: string;
  lede: ReactNode;
  progress?: ReactNode;
  action?: { to: string; label: ReactNode };
};

/** The next step as the heading of the page, with the one main button. */
export function NextStepHead(props: { step: NextStep; username: string }) {
  const { title, lede, progress, action } = head(props.step, props.username);
  return (
    <div className={styles.next}>
      <PageTitle
        crumb={
          <StateLabel state={crumbLamp(props.step)}>{action ? 'Next for you' : 'Nothing to do'}</StateLabel>
        }
        lede={lede}
      >
        {title}
      </PageTitle>
      {progress}
      {action && (
        <ButtonLink to={action.to} variant="primary" big>
          <span>{action.label}</span> <ArrowRight aria-hidden />
        </ButtonLink>
      )}
    </div>
  );
}

function crumbLamp({ kind }: NextStep): 'empty' | 'wait' | 'done' {
  return kind === 'wait' ? 'done' : kind === 'ask' ? 'empty' : 'wait';
}

function head(step: NextStep, username: string): Head {
  switch (step.kind) {
    case 'verify':
      return {
        title: 'Verify your address',
        lede: (
          <>
            A mail with a link went to <bdi>{username}</bdi>. Open the link, then you can ask for feedback. No
            mail? The settings send another one.
          </>
        ),
        action: { to: '/settings', label: 'Open the settings' },
      };
    case 'write':
      return writeHead(step.group);
    case 'read':
      return {
        title: 'Your feedback has opened',
        lede: <About group={step.group}>{`${countInWords(step.group.toRate, 'response')} on`}</About>,
        action: { to: pathOf(step.group), label: step.group.toRate === 1 ? 'Read it' : 'Read them' },
      };
    case 'rate':
      return {
        title: `${countInWords(step.group.toRate, 'response')} to rate`,
        lede: `${step.group.name}. Your stars bring people together who write well. They are not told who gave them.`,
        action: { to: pathOf(step.group), label: step.group.toRate === 1 ? 'Rate it' : 'Rate them' },
      };
    case 'reply':
      return {
        title: countInWords(step.group.unreadReplies, 'unread reply', 'unread replies'),
        lede: `${step.group.name}. You both stay “You” and “Them”.`,
        action: { to: pathOf(step.group), label: step.group.unreadReplies === 1 ? 'Read it' : 'Read them' },
      };
    case 'wait':
      return {
        title: 'Your request is in',
        lede: 'Your group appears here as soon as it is made.',
      };
    case 'ask':
      return {
        title: step.first ? 'Ask for feedback on a track' : 'Ready for your next track?',
        lede: step.first
          ? 'No groups yet. Ask for feedback, and the next time groups are made you are in one.'
          : 'You have written and read everything. Ask again whenever you have something new.',
        action: { to: '/request', label: 'Ask for feedback' },
      };
  }
}

function writeHead(group: GroupProgress): Head {
  const [left, sent] = [formsLeft(group), formsSent(group)];
  const verb = sent === 0 ? 'to write' : 'left';
  const open = group.forms.filter(({ submitted }) => !submitted);
  const next = open.find(({ drafted }) => drafted) ?? open[0];
  // The first visit begins at the top of the page, which says what the group is about.
  const begins = sent === 0 && !next?.drafted;
  const place = next ? group.forms.indexOf(next) + 1 : 1;
  return {
    title: `${countInWords(left, 'form')} ${group.track === null ? 'to write' : `${verb}, then your feedback opens`}`,
    lede:
      group.track === null || group.received === 0 ? (
        `${group.name}.`
      ) : (
        <About group={group} verb={group.received === 1 ? 'is already waiting' : 'are already waiting'}>
          {`${countInWords(group.received, 'response')} on`}
        </About>
      ),
    progress: (
      <div className={styles.progress}>
        <Progress done={sent} begun={drafts(group)} total={group.forms.length} label={progressWords(group)} />
      </div>
    ),
    action: {
      to: begins ? pathOf(group) : `${pathOf(group)}#${formAnchor(place)}`,
      label: (
        <>
          {begins ? 'Begin with' : 'Go on with'} <bdi>{next?.track}</bdi>
        </>
      ),
    },
  };
}

function progressWords(group: GroupProgress): string {
  const sent = `${formsSent(group)} of ${plural(group.forms.length, 'form')} sent`;
  const begun = drafts(group);
  return begun === 0 ? sent : `${sent}, ${begun} ${begun === 1 ? 'is a draft' : 'are drafts'}`;
}

/** For example "Feedback Group #12 - Pop. Two responses on Tideline are already waiting." */
function About(props: { group: GroupProgress; children: string; verb?: string }) {
  const verb = props.verb ?? (props.group.toRate === 1 ? 'waits to be read' : 'wait to be read');
  return (
    <>
      {props.group.name}. {props.children} <strong className={styles.track}>{props.group.yourTrack}</strong>{' '}
      {verb}.
    </>
  );
}

function pathOf({ id }: GroupProgress): string {
  return `/group/${id}`;
}
