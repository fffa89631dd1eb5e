import type { ReactNode } from 'react';
import type { FormState } from '@/lib/formState';
import { Notice } from '@/ui/message/Notice';
import { SignInLink } from '@/ui/page/SignInLink';
import { DoneMessage } from './DoneMessage';

/** What came of an action that a single button starts. The children say that it succeeded. */
export function ActionResult(props: { state: FormState; pending: boolean; children?: ReactNode }) {
  const { state, pending } = props;
  const problem = state.signedOut ? (
    <>
      You are signed out. <SignInLink />
    </>
  ) : (
    (state.message ?? Object.values(state.errors)[0])
  );
  return (
    <>
      <DoneMessage>{state.done && !pending && props.children}</DoneMessage>
      <div role="alert">{problem && !pending && <Notice kind="bad">{problem}</Notice>}</div>
    </>
  );
}
