import { useActionState, type ComponentProps } from 'react';
import { untouched, type FormState } from '@/lib/formState';
import { useDraft } from '@/lib/useDraft';
import type { ButtonVariant } from '@/ui/button/Button';
import { ActionForm } from '@/ui/form/ActionForm';
import { Checkbox } from '@/ui/form/Checkbox';
import { ProseField } from '@/ui/form/ProseField';
import { SavedStatus } from '@/ui/form/SavedStatus';
import { SubmitButton } from '@/ui/form/SubmitButton';
import { repliesDraft } from './repliesDraft';

type Field = Omit<ComponentProps<typeof ProseField>, 'value' | 'onChange' | 'status'>;

/**
 * A text for another member, and whether they may reply. Both are kept as a draft until they are sent.
 *
 * @param props.label the name of the form for screen readers
 * @param props.send returns the state of the form afterwards
 * @param props.onSent is called after the draft is removed
 */
export function SendForm(props: {
  label: string;
  draftKey: string;
  field: Field;
  replies: { label: string; hint: string };
  button: { label: string; variant: ButtonVariant };
  send: (text: string, allowReplies: boolean) => Promise<FormState>;
  onSent: (allowReplies: boolean) => void;
}) {
  const { label, draftKey, field, replies, button, send, onSent } = props;
  const [text, setText, dropText, saved] = useDraft(draftKey);
  const [noReplies, setNoReplies, dropNoReplies] = useDraft(repliesDraft(draftKey));
  const allowReplies = noReplies === '';
  const [state, submit] = useActionState(async (): Promise<FormState> => {
    const after = await send(text, allowReplies);
    if (after.done) {
      dropText();
      dropNoReplies();
      onSent(allowReplies);
    }
    return after;
  }, untouched);
  return (
    <ActionForm state={state} onAction={submit} label={label}>
      <ProseField {...field} value={text} onChange={setText} status={<SavedStatus saved={saved} />} />
      <Checkbox
        name="allowReplies"
        label={replies.label}
        hint={replies.hint}
        checked={allowReplies}
        onChange={(event) => {
          setNoReplies(event.target.checked ? '' : 'no');
        }}
      />
      <SubmitButton variant={button.variant} busyLabel="Sending">
        {button.label}
      </SubmitButton>
    </ActionForm>
  );
}
