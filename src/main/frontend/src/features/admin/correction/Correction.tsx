import { useActionState, useContext, useRef, useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import type { QueryVariables } from '@/features/admin/frame/adminPage';
import { untouched, type FormState } from '@/lib/formState';
import { useDraft } from '@/lib/useDraft';
import { Button } from '@/ui/button/Button';
import { ActionForm } from '@/ui/form/ActionForm';
import { SubmitButton } from '@/ui/form/SubmitButton';
import layout from '@/ui/layout/layout.module.css';
import { CorrectionContext } from './correctionContext';
import { CorrectionDialog } from './CorrectionDialog';
import type { CorrectionDocument } from './payload';
import { ReasonField } from './ReasonField';

/** What the operator has typed. */
type Entered = { reason: string; field: string };

type CorrectionField = {
  /** As the argument of the mutation. */
  name: string;
  control: (value: string, onChange: (value: string) => void) => ReactNode;
};

type CorrectionProps<Variables extends QueryVariables, More> = {
  /** The words on the button that opens the dialog, and on the one in it. */
  action: string;
  /** Further words for the name of the button, where a list has one in each row. */
  of?: string;
  title: string;
  /** Names the correction of this record, so that the browser keeps what is typed until it is sent. */
  draft: string;
  danger?: boolean;
  reason?: 'required' | 'optional';
  document: CorrectionDocument<Variables, More>;
  variables: (entered: Entered) => Variables;
  /** A field beside the reason. */
  field?: CorrectionField;
  /** What has changed. */
  done: string | ((payload: More | null | undefined) => string);
  /** What the correction does. */
  children: ReactNode;
};

/** A change that an operator makes: a button, and a dialog that says what will happen and asks for the reason. */
export function Correction<Variables extends QueryVariables, More = unknown>(
  props: CorrectionProps<Variables, More>,
) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant={props.danger ? 'danger' : 'plain'}
        aria-label={props.of && `${props.action}: ${props.of}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {props.action}
      </Button>
      {open && (
        <CorrectionDialog
          title={props.title}
          onClose={() => {
            setOpen(false);
          }}
        >
          <CorrectionForm {...props} />
        </CorrectionDialog>
      )}
    </>
  );
}

function CorrectionForm<Variables extends QueryVariables, More>(props: CorrectionProps<Variables, More>) {
  const { action, document, danger = false, reason = 'required', field, done, children } = props;
  const [text, setText, dropText, saved] = useDraft(`reason-${props.draft}`);
  const [value, setValue, dropValue] = useDraft(`field-${props.draft}`);
  const marker = useRef<HTMLDivElement>(null);
  const report = useContext(CorrectionContext);
  const [, send] = useMutation(document);
  const [state, act] = useActionState(async (): Promise<FormState> => {
    const { data, error } = await send(props.variables({ reason: text, field: value }));
    const next = formResult(error, data?.payload, ['reason', ...(field ? [field.name] : [])]);
    if (next.done) {
      dropText();
      dropValue();
      marker.current?.closest('dialog')?.close();
      report(typeof done === 'string' ? done : done(data?.payload));
    }
    return next;
  }, untouched);
  return (
    <ActionForm state={state} onAction={act}>
      <div ref={marker} className={layout.stack}>
        {children}
        {field?.control(value, setValue)}
      </div>
      <ReasonField optional={reason === 'optional'} reason={text} onChange={setText} saved={saved} />
      <SubmitButton variant={danger ? 'danger' : 'primary'} busyLabel="One moment">
        {action}
      </SubmitButton>
    </ActionForm>
  );
}
