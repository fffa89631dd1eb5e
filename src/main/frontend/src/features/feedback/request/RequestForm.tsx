import { useActionState, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { ReferencePicker } from '@/features/releases/reference/ReferencePicker';
import { genres } from '@/features/track/genre/genres';
import { className } from '@/lib/className';
import { mayAskForFeedback, type AddressState } from '@/lib/addressState';
import { untouched, type FormState } from '@/lib/formState';
import { Button } from '@/ui/button/Button';
import { ActionForm } from '@/ui/form/ActionForm';
import { Checkbox } from '@/ui/form/Checkbox';
import { Choices } from '@/ui/form/Choices';
import { Optional } from '@/ui/form/Optional';
import { ProseField } from '@/ui/form/ProseField';
import { SubmitButton } from '@/ui/form/SubmitButton';
import { TextField } from '@/ui/form/TextField';
import layout from '@/ui/layout/layout.module.css';
import { Notice } from '@/ui/message/Notice';
import { Split } from '@/ui/page/Split';
import { linkHint } from './linkHint';
import { LinkPreview } from './LinkPreview';
import { MailHint } from './MailHint';
import { missing } from './requestValues';
import styles from './RequestForm.module.css';
import { useRequestValues } from './useRequestValues';
import { useSendRequest } from './useSendRequest';
import { WhatHappensThen } from './WhatHappensThen';

export const RequestForm_request = graphql(`
  fragment RequestForm_request on FeedbackRequest {
    id
    track {
      url
    }
    genre
    feedbackPrompt
    referenceReleases {
      id
      name
      artistCredit
      source
    }
    emailWhenGrouped
  }
`);

const PROMPT_LIMIT = 10_000;

export function RequestForm(props: {
  /** The request to change. Null: a new one. */
  pending: FragmentType<typeof RequestForm_request> | null;
  acceptedSources: readonly { name: string }[];
  nextRun: string | null;
  member: (AddressState & { username: string }) | null;
}) {
  const { member } = props;
  const pending = readFragment(RequestForm_request, props.pending);
  const { values, change, drop, changed, kept } = useRequestValues(pending);
  const sendRequest = useSendRequest(pending?.id ?? null);
  const navigate = useNavigate();
  const [refusedAddress, setRefusedAddress] = useState(false);
  const [state, send] = useActionState(async (_: FormState): Promise<FormState> => {
    const errors = missing(values);
    if (Object.keys(errors).length > 0) return { ...untouched, errors };
    const { state: next, emailNotVerified, notice } = await sendRequest(values);
    setRefusedAddress(emailNotVerified);
    if (next.done) {
      drop();
      await navigate('/', { state: { requestNotice: notice } });
    }
    return next;
  }, untouched);
  const mayAsk = pending !== null || ((member === null || mayAskForFeedback(member)) && !refusedAddress);
  return (
    <Split aside={<WhatHappensThen nextRun={props.nextRun} trackless={values.trackless} />}>
      {!mayAsk && (
        <Notice>
          A request needs a verified address: open the link that was mailed to <bdi>{member?.username}</bdi>,
          or let the <Link to="/settings">settings</Link> send another one. You can write the request now,
          what you type is kept.
        </Notice>
      )}
      <ActionForm state={state} onAction={send}>
        <div className={styles.fields}>
          {!values.trackless && (
            <div>
              <TextField
                name="mediaUrl"
                label="Link to your track"
                hint={linkHint(props.acceptedSources)}
                inputMode="url"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                value={values.mediaUrl}
                onChange={(event) => {
                  change({ mediaUrl: event.target.value });
                }}
              />
              <LinkPreview link={values.mediaUrl.trim()} field="mediaUrl" stored={pending?.track?.url} />
            </div>
          )}
          <Checkbox
            name="trackless"
            label="I have no track this time"
            hint="You write to a group, and nobody writes to you. Good for evenings when you only want to listen."
            checked={values.trackless}
            onChange={(event) => {
              change({ trackless: event.target.checked });
            }}
          />
          <Choices
            name="genre"
            legend={values.trackless ? 'Genre that you want to hear' : 'Genre'}
            options={genres}
            value={values.genre}
            onChange={(genre) => {
              change({ genre });
            }}
          />
          {!values.trackless && (
            <ProseField
              name="feedbackPrompt"
              label={
                <>
                  What do you want to know? <Optional />
                </>
              }
              hint="One real question gets better answers than “any thoughts”."
              rows={4}
              maxCharacters={PROMPT_LIMIT}
              value={values.feedbackPrompt}
              onChange={(feedbackPrompt) => {
                change({ feedbackPrompt });
              }}
            />
          )}
          {!values.trackless && (
            <ReferencePicker
              name="referenceReleaseIds"
              chosen={values.references}
              onChange={(references) => {
                change({ references });
              }}
            />
          )}
          <Checkbox
            name="emailWhenGrouped"
            label="Mail me when I have a group"
            hint={member && <MailHint member={member} mayAsk={mayAsk} />}
            checked={values.emailWhenGrouped}
            onChange={(event) => {
              change({ emailWhenGrouped: event.target.checked });
            }}
          />
        </div>
        <SubmitButton big busyLabel="Sending">
          {pending ? 'Save the request' : 'Ask for feedback'}
        </SubmitButton>
      </ActionForm>
      {changed && (
        <div className={layout.row}>
          <Button variant="quiet" onClick={drop}>
            {pending ? 'Discard my changes' : 'Empty the form'}
          </Button>
          <span className={className(layout.small, layout.soft)}>
            {kept
              ? 'What you typed is kept in this browser.'
              : 'Your browser keeps nothing: send it before you leave.'}
          </span>
        </div>
      )}
    </Split>
  );
}
