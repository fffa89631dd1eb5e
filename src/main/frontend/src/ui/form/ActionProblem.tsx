import type { FormState } from '@/lib/formState';
import { Notice } from '@/ui/message/Notice';
import { signedOut } from '@/ui/page/pageTexts';
import { SignInLink } from '@/ui/page/SignInLink';

/** Why an action that a single button starts has failed. Unlike a form, it has no fields that could show their errors. */
export function ActionProblem({ state, pending = false }: { state: FormState; pending?: boolean }) {
  const problem = state.signedOut ? (
    <>
      {signedOut} <SignInLink />
    </>
  ) : (
    (state.message ?? Object.values(state.errors)[0])
  );
  return <div role="alert">{problem && !pending && <Notice kind="bad">{problem}</Notice>}</div>;
}
