import type { ReactNode } from 'react';
import type { FormState } from '@/lib/formState';
import { ActionProblem } from '@/ui/form/ActionProblem';
import { DoneMessage } from './DoneMessage';

/** The result of an action that a single button starts. The children say that it succeeded. */
export function ActionResult(props: { state: FormState; pending: boolean; children?: ReactNode }) {
  const { state, pending } = props;
  return (
    <>
      <DoneMessage>{state.done && !pending && props.children}</DoneMessage>
      <ActionProblem state={state} pending={pending} />
    </>
  );
}
