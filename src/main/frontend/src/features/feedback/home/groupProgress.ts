/** What the home page knows about one of the member's groups. */
export type GroupProgress = {
  id: number;
  name: string;
  /** The title of the member's own track, or null for a trackless request. */
  track: string | null;
  /** The same within a sentence. */
  yourTrack: string;
  /** The member's forms: the name of each track within a sentence, and whether the response is sent or begun. */
  forms: { id: number; track: string; submitted: boolean; drafted: boolean }[];
  /** The number of responses on the member's track that were there when the page was loaded. */
  received: number;
  /** How many of them the member can rate now. Zero until all forms are sent. */
  toRate: number;
  /** Whether the member has rated one of them. Before that, they count as unread. */
  rated: boolean;
  unreadReplies: number;
};

export function formsLeft(group: GroupProgress): number {
  return group.forms.filter(({ submitted }) => !submitted).length;
}

export function formsSent(group: GroupProgress): number {
  return group.forms.length - formsLeft(group);
}

export function drafts(group: GroupProgress): number {
  return group.forms.filter(({ submitted, drafted }) => drafted && !submitted).length;
}
