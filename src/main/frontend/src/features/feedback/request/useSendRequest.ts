import { useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql } from '@/api/gql';
import type { FormState } from '@/lib/formState';
import type { RequestValues } from './requestValues';

const CreateRequestMutation = graphql(`
  mutation CreateRequest(
    $mediaUrl: String
    $genre: String
    $feedbackPrompt: String
    $referenceReleaseIds: [ID!]
    $emailWhenGrouped: Boolean
  ) {
    createFeedbackRequest(
      mediaUrl: $mediaUrl
      genre: $genre
      feedbackPrompt: $feedbackPrompt
      referenceReleaseIds: $referenceReleaseIds
      emailWhenGrouped: $emailWhenGrouped
    ) {
      success
      error
      notice
      userErrors {
        code
        message
        argument
      }
    }
  }
`);

const EditRequestMutation = graphql(`
  mutation EditRequest(
    $feedbackRequestId: Int!
    $mediaUrl: String
    $genre: String
    $feedbackPrompt: String
    $referenceReleaseIds: [ID!]
    $emailWhenGrouped: Boolean
  ) {
    editFeedbackRequest(
      feedbackRequestId: $feedbackRequestId
      mediaUrl: $mediaUrl
      genre: $genre
      feedbackPrompt: $feedbackPrompt
      referenceReleaseIds: $referenceReleaseIds
      emailWhenGrouped: $emailWhenGrouped
    ) {
      success
      error
      feedbackRequest {
        id
        ...RequestForm_request
      }
      userErrors {
        code
        message
        argument
      }
    }
  }
`);

type Sent = {
  state: FormState;
  emailNotVerified: boolean;
  /** Why no mail about the request will come. Null if mails come. */
  notice: string | null;
};

/** @param pendingId the request to change, or null for a new one */
export function useSendRequest(pendingId: number | null): (values: RequestValues) => Promise<Sent> {
  const [, create] = useMutation(CreateRequestMutation);
  const [, edit] = useMutation(EditRequestMutation);
  return async ({ mediaUrl, genre, feedbackPrompt, references, emailWhenGrouped, trackless }) => {
    const variables = {
      // Without a URL, the request is trackless.
      mediaUrl: trackless ? null : mediaUrl.trim(),
      genre,
      feedbackPrompt,
      // Without a track, nothing sits beside them.
      referenceReleaseIds: trackless ? [] : references.map(({ id }) => id),
      emailWhenGrouped,
    };
    const fields = trackless ? ['genre', 'emailWhenGrouped'] : Object.keys(variables);
    if (pendingId !== null) {
      const { error, data } = await edit({ feedbackRequestId: pendingId, ...variables });
      const state = formResult(error, data?.editFeedbackRequest, fields);
      return { state, emailNotVerified: false, notice: null };
    }
    const { error, data } = await create(variables);
    const payload = data?.createFeedbackRequest;
    return {
      state: formResult(error, payload, fields),
      emailNotVerified: payload?.userErrors.some(({ code }) => code === 'EMAIL_NOT_VERIFIED') ?? false,
      notice: payload?.notice ?? null,
    };
  };
}
