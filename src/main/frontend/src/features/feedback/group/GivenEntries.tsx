import { Lock } from 'lucide-react';
import { useState } from 'react';
import type { GroupPageQuery } from '@/api/gql/graphql';
import { plural } from '@/lib/plural';
import { ButtonLink } from '@/ui/button/ButtonLink';
import { StatusRegion } from '@/ui/message/StatusRegion';
import { StateLabel } from '@/ui/state/StateLabel';
import { FormEntry } from './FormEntry';
import styles from './GivenEntries.module.css';
import { formsOwed, sentNews } from './groupTexts';
import { LockedFeedback } from './LockedFeedback';
import { OwnTrack } from './OwnTrack';

type Group = NonNullable<GroupPageQuery['feedbackGroup']>;

/** The tracks of the others with the member's forms, then the member's own track. */
export function GivenEntries({ group, onChanged }: { group: Group; onChanged: () => void }) {
  const {
    feedbackResponses: responses,
    feedbackRequest,
    userFeedbackResponses,
    userFeedbackResponseCount,
  } = group;
  const [news, setNews] = useState('');
  const owed = formsOwed(group);
  const next = responses.find(({ submitted }) => !submitted);
  const open = userFeedbackResponses !== null;
  return (
    <>
      {responses.map((response, index) => (
        <FormEntry
          key={response.id}
          number={index + 1}
          response={response}
          next={response === next}
          onSent={() => {
            setNews(sentNews(owed - 1));
            onChanged();
          }}
          onOutdated={onChanged}
        />
      ))}
      <div className={styles.news}>
        <StatusRegion>{news && <p className={styles.newsText}>{news}</p>}</StatusRegion>
        {news && feedbackRequest.track && open && (
          <ButtonLink to="?show=received" variant="primary">
            {userFeedbackResponses.length === 0
              ? 'Go to your track'
              : `Read ${plural(userFeedbackResponses.length, 'response')} on your track`}
          </ButtonLink>
        )}
      </div>
      {!feedbackRequest.track ? (
        <OwnTrack
          request={feedbackRequest}
          open={false}
          state={<StateLabel state="empty">No track</StateLabel>}
        >
          <p>You joined this group without a track, so there is nothing to receive.</p>
        </OwnTrack>
      ) : (
        !open && (
          <OwnTrack
            request={feedbackRequest}
            open={false}
            state={
              <span className={styles.locked}>
                <Lock aria-hidden />
                Locked
              </span>
            }
          >
            <LockedFeedback waiting={userFeedbackResponseCount} owed={owed} />
          </OwnTrack>
        )
      )}
    </>
  );
}
