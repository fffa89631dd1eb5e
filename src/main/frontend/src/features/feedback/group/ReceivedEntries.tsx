import type { ComponentProps } from 'react';
import { EmptyState } from '@/ui/message/EmptyState';
import { StateLabel } from '@/ui/state/StateLabel';
import { OwnTrack } from './OwnTrack';
import { ReceivedEntry } from './ReceivedEntry';

type Response = ComponentProps<typeof ReceivedEntry>['response'] & { id: number };

/** The member's own track, and what the others wrote about it. */
export function ReceivedEntries(props: {
  request: ComponentProps<typeof OwnTrack>['request'];
  responses: readonly Response[];
  onOutdated: () => void;
}) {
  const { request, responses, onOutdated } = props;
  return (
    <>
      <OwnTrack request={request} open state={<StateLabel state="done">Open</StateLabel>}>
        {responses.length === 0 && (
          <EmptyState>
            No response on your track yet. Responses appear together, not one by one, when you load this page
            again.
          </EmptyState>
        )}
      </OwnTrack>
      {responses.map((response, index) => (
        <ReceivedEntry key={response.id} number={index + 1} response={response} onOutdated={onOutdated} />
      ))}
    </>
  );
}
