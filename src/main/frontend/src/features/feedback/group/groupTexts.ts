import { plural } from '@/lib/plural';

type Request = { track?: object | null };

type Group = {
  members: number;
  tracklessMembers: number;
  feedbackRequest: Request;
  feedbackResponses: readonly { submitted: boolean; feedbackRequest: Request }[];
  /** Null while they are locked. */
  userFeedbackResponses?: readonly object[] | null;
};

export function formsOwed({ feedbackResponses }: Pick<Group, 'feedbackResponses'>): number {
  return feedbackResponses.filter(({ submitted }) => !submitted).length;
}

/** What the group is about for the member now, in one or two sentences. */
export function ledeOf(group: Group): string {
  const hasTrack = Boolean(group.feedbackRequest.track);
  if (group.feedbackResponses.length === 0) return 'No other track is left in this group.';
  if (formsOwed(group) === 0) {
    if (!hasTrack) return 'You have written to everyone. Thank you.';
    return group.userFeedbackResponses?.length
      ? 'You have written to everyone, so yours is open. Read it, rate it, ask back.'
      : 'You have written to everyone, so yours is open. Nobody has written to you yet.';
  }
  return hasTrack
    ? 'Listen to each track and write to its owner. Yours opens when you have sent all forms.'
    : 'Listen to each track and write to its owner.';
}

/** Who else is in the group: numbers, never names. */
export function othersOf(group: Group): string {
  const others = `${plural(group.members, 'other member')} with a track`;
  const trackless = group.tracklessMembers > 0 ? `, ${group.tracklessMembers} without` : '';
  // Responses stay after a track has left the group, except those on the tracks of members who left the service: these are gone.
  const tracks = group.feedbackResponses.filter(({ feedbackRequest }) => feedbackRequest.track).length;
  const moved = tracks - group.members;
  const left =
    moved > 0
      ? ` You also wrote about ${plural(moved, 'track')} that ${moved === 1 ? 'is' : 'are'} no longer in this group.`
      : '';
  return `In this group: you and ${others}${trackless}.${left}`;
}

/** After the member has sent a form. */
export function sentNews(owed: number): string {
  return owed === 0 ? 'Sent. All your forms are sent.' : `Sent. ${plural(owed, 'form')} to go.`;
}
