import type { FormState } from '@/lib/formState';
import { Notice } from '@/ui/message/Notice';
import { SignInLink } from '@/ui/page/SignInLink';

/** Why an artist is not followed, or still is. */
export function FollowProblem({ state }: { state: FormState }) {
  const problem = state.signedOut ? (
    <>
      You are signed out. <SignInLink />
    </>
  ) : (
    state.message
  );
  return <div role="alert">{problem && <Notice kind="bad">{problem}</Notice>}</div>;
}
