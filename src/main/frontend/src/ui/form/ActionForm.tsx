import {
  useLayoutEffect,
  useRef,
  useState,
  useTransition,
  type ChangeEvent,
  type ReactNode,
  type SubmitEvent,
} from 'react';
import { withoutError, type FormState } from '@/lib/formState';
import styles from './ActionForm.module.css';
import { FormContext } from './formContext';

const WRONG =
  ':is(input, textarea, select)[aria-invalid="true"], [role="radiogroup"][aria-invalid="true"] input';

/**
 * A form whose action is the dispatch function of `useActionState`. Not `<form action>`: React then empties the fields, even after
 * an error. One `SubmitButton` inside shows what belongs to no field. The error of a field goes when the field is changed.
 *
 * @param props.label the name of the form for screen readers, if a page has several
 */
export function ActionForm(props: {
  state: FormState;
  onAction: (form: FormData) => void;
  label?: string;
  children: ReactNode;
}) {
  const { state: answer, onAction } = props;
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();
  const [changed, setChanged] = useState({ answer, state: answer });
  const state = changed.answer === answer ? changed.state : answer;

  // Before the browser draws, so that messages and focus change at once.
  useLayoutEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>(WRONG);
    wrong?.focus({ preventScroll: true });
    // Other parts of a page can cover its edges.
    wrong?.scrollIntoView({ block: 'center' });
  }, [answer]);

  const change = ({ target }: ChangeEvent<HTMLFormElement>) => {
    const field: unknown = target.name;
    if (typeof field === 'string' && field in state.errors) {
      setChanged({ answer, state: withoutError(state, field) });
    }
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => {
      onAction(data);
    });
  };

  return (
    // The server checks the input, and its messages stand beside the fields.
    <form
      ref={form}
      className={styles.form}
      aria-label={props.label}
      noValidate
      onSubmit={submit}
      onChange={change}
    >
      <FormContext value={{ state, pending }}>{props.children}</FormContext>
    </form>
  );
}
