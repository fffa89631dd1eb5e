import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { DetailSection } from '@/features/admin/detail/DetailSection';
import { Facts } from '@/features/admin/detail/Facts';
import { MemberText } from '@/features/admin/parts/MemberText';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { NoValue } from '@/features/admin/parts/NoValue';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { yesNo } from '@/features/admin/parts/labels';

const ResponseFacts_response = graphql(`
  fragment ResponseFacts_response on ResponseRecord {
    id
    requestId
    groupId
    submittedAt
    rating
    allowReplies
    writerId @include(if: $texts)
    writerEmail @include(if: $texts)
    ownerId @include(if: $texts)
    ownerEmail @include(if: $texts)
    feedback @include(if: $texts)
  }
`);

export function ResponseFacts(props: { response: FragmentType<typeof ResponseFacts_response> }) {
  const response = readFragment(ResponseFacts_response, props.response);
  const people =
    response.writerId === undefined
      ? []
      : [
          {
            term: 'Author',
            value: (
              <RecordLink to="people" id={response.writerId} none="has left">
                {response.writerEmail}
              </RecordLink>
            ),
          },
          {
            term: 'Owner of the track',
            value: (
              <RecordLink to="people" id={response.ownerId} none="has left, or the request was removed">
                {response.ownerEmail}
              </RecordLink>
            ),
          },
        ];
  return (
    <>
      <Facts
        facts={[
          { term: 'On request', value: <RecordLink to="requests" id={response.requestId} /> },
          { term: 'Group', value: <RecordLink to="groups" id={response.groupId} /> },
          {
            term: 'Submitted',
            value: response.submittedAt ? (
              <Timestamp value={response.submittedAt} />
            ) : (
              <NoValue>not yet: a form</NoValue>
            ),
          },
          { term: 'Rating', value: response.rating ?? <NoValue>not rated</NoValue> },
          { term: 'Replies allowed', value: yesNo(response.allowReplies) },
          ...people,
        ]}
      />
      {response.feedback !== undefined && (
        <DetailSection title="Text">
          <MemberText text={response.feedback} none="No text: the form is not submitted." />
        </DetailSection>
      )}
    </>
  );
}
