import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/ui/button/ButtonLink';
import { PageTitle } from '@/ui/page/PageTitle';
import { Progress } from '@/ui/state/Progress';
import { StateLabel } from '@/ui/state/StateLabel';
import { Time } from '@/ui/text/Time';
import { countInWords } from './countInWords';
import { formsLeft, formsSent, type GroupProgress } from './groupProgress';
import type { NextStep } from './nextStep';
import styles from './NextStepHead.module.css';

type Head = {
  title: string;
  lede: ReactNode;
  progress?: ReactNode;
  action?: { to: string; label: ReactNode };
};

/** The next step as the heading of the page, with the one main button. */
export function NextStepHead(props: { step: NextStep; nextRun: string | null; username: string }) {
  const { title, lede, progress, action } = head(props.step, props.nextRun, props.username);
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

function head(step: NextStep, nextRun: string | null, username: string): Head {
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
        lede: nextRun ? (
          <>
            Groups are made <Time value={nextRun} /> your time. Yours appears here.
          </>
        ) : (
          'Groups are made once a day. Yours appears here.'
        ),
      };
    case 'ask':
      return {
        title: step.first ? 'Ask for feedback on a track' : 'Ready for your next track?',
        lede: step.first
          ? 'No groups yet. Ask for feedback today and you are in one tomorrow morning.'
          : 'You have written and read everything. Ask again whenever you have something new.',
        action: { to: '/request', label: 'Ask for feedback' },
      };
  }
}

function writeHead(group: GroupProgress): Head {
  const [left, sent] = [formsLeft(group), formsSent(group)];
  const verb = sent === 0 ? 'to write' : 'left';
  const next = group.forms.find(({ submitted }) => !submitted);
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
        <Progress
          done={sent}
          total={group.forms.length}
          label={`${sent} of ${group.forms.length} forms sent`}
        />
      </div>
    ),
    action: {
      to: pathOf(group),
      label: (
        <>
          {sent === 0 ? 'Begin with' : 'Go on with'} <bdi>{next?.track}</bdi>
        </>
      ),
    },
  };
}

/** For example "Feedback Group #12 - Pop. Two responses on Tideline are already waiting." */
function About(props: { group: GroupProgress; children: string; verb?: string }) {
  const verb = props.verb ?? (props.group.toRate === 1 ? 'waits to be read' : 'wait to be read');
  return (
    <>
      {props.group.name}. {props.children} <strong className={styles.track}>{props.group.track}</strong>{' '}
      {verb}.
    </>
  );
}

function pathOf({ id }: GroupProgress): string {
  return `/group/${id}`;
}
