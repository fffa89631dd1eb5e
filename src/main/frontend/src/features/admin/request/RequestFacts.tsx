import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { Facts } from '@/features/admin/detail/Facts';
import { MemberText } from '@/features/admin/parts/MemberText';
import { Timestamp } from '@/features/admin/parts/Timestamp';
import { RecordLink } from '@/features/admin/parts/RecordLink';
import { TrackLink } from '@/features/admin/parts/TrackLink';
import { ReferenceLinks } from './ReferenceLinks';
import { sourceLabel } from './requestLabels';
import { yesNo } from '@/features/admin/parts/labels';
import { PersonBadges } from '@/features/admin/person/PersonBadges';
import { genreName } from '@/features/track/genre/genres';

const RequestFacts_details = graphql(`
  fragment RequestFacts_details on RequestDetails {
    request {
      id
      createdAt
      genre
      mediaType
      emailWhenGrouped
      mediaUrl @include(if: $texts)
      feedbackPrompt @include(if: $texts)
    }
    group {
      id
      name
    }
    owner {
      id
      email
      ...PersonBadges_person
    }
    ...ReferenceLinks_details
  }
`);

export function RequestFacts(props: { details: FragmentType<typeof RequestFacts_details> }) {
  const details = readFragment(RequestFacts_details, props.details);
  const { request, group, owner } = details;
  const texts =
    request.mediaUrl === undefined
      ? []
      : [
          { term: 'Track', value: <TrackLink url={request.mediaUrl} /> },
          { term: 'Prompt', value: <MemberText text={request.feedbackPrompt} none="none" /> },
        ];
  return (
    <Facts
      facts={[
        {
          term: 'Owner',
          value: (
            <>
              <RecordLink
                to="people"
                id={owner?.id}
                none="not shown: the owner or the request was removed, or you are or were a member of the group"
              >
                {owner?.email}
              </RecordLink>{' '}
              {owner && <PersonBadges person={owner} />}
            </>
          ),
        },
        {
          term: 'Group',
          value: (
            <RecordLink to="groups" id={group?.id} none="none yet: the request is pending">
              {group?.name}
            </RecordLink>
          ),
        },
        { term: 'Created', value: <Timestamp value={request.createdAt} /> },
        { term: 'Genre', value: genreName(request.genre) },
        { term: 'Track at', value: sourceLabel(request.mediaType) },
        { term: 'Mail when grouped', value: yesNo(request.emailWhenGrouped) },
        { term: 'References', value: <ReferenceLinks details={details} /> },
        ...texts,
      ]}
    />
  );
}
