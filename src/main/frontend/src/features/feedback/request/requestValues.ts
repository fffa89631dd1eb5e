import { parseReferences, toReference, type Reference } from '@/features/releases/reference/reference';
import { property } from '@/lib/property';

/** What the form of a request holds. */
export type RequestValues = {
  mediaUrl: string;
  /** Empty until chosen. */
  genre: string;
  feedbackPrompt: string;
  /** The releases beside which the track should sit, in this order. */
  references: Reference[];
  emailWhenGrouped: boolean;
  trackless: boolean;
};

export const newRequest: RequestValues = {
  mediaUrl: '',
  genre: '',
  feedbackPrompt: '',
  references: [],
  emailWhenGrouped: true,
  trackless: false,
};

type StoredRequest = {
  track?: { url: string } | null;
  genre: string;
  feedbackPrompt?: string | null;
  referenceReleases: readonly Reference[];
  emailWhenGrouped?: boolean | null;
};

export function valuesOf(request: StoredRequest): RequestValues {
  const { track, genre, feedbackPrompt, referenceReleases, emailWhenGrouped } = request;
  return {
    mediaUrl: track?.url ?? '',
    genre,
    feedbackPrompt: feedbackPrompt ?? '',
    references: referenceReleases.map(toReference),
    emailWhenGrouped: emailWhenGrouped ?? false,
    trackless: !track,
  };
}

/** Reads a draft. A draft of another version, or one that is none, is ignored value by value. */
export function parseDraft(draft: string, initial: RequestValues): RequestValues {
  if (draft === '') return initial;
  let stored: unknown;
  try {
    stored = JSON.parse(draft);
  } catch {
    return initial;
  }
  const text = (name: 'mediaUrl' | 'genre' | 'feedbackPrompt') => {
    const value = property(stored, name);
    return typeof value === 'string' ? value : initial[name];
  };
  const choice = (name: 'emailWhenGrouped' | 'trackless') => {
    const value = property(stored, name);
    return typeof value === 'boolean' ? value : initial[name];
  };
  const references = property(stored, 'references');
  return {
    mediaUrl: text('mediaUrl'),
    genre: text('genre'),
    feedbackPrompt: text('feedbackPrompt'),
    references: references === undefined ? initial.references : parseReferences(references),
    emailWhenGrouped: choice('emailWhenGrouped'),
    trackless: choice('trackless'),
  };
}

/** The draft of values. Empty if they are those that the form starts with. */
export function draftOf(values: RequestValues, initial: RequestValues): string {
  const draft = JSON.stringify(values);
  return draft === JSON.stringify(initial) ? '' : draft;
}

/** What is missing, by field. The server checks the rest. */
export function missing({ mediaUrl, genre, trackless }: RequestValues): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!trackless && mediaUrl.trim() === '') {
    errors.mediaUrl = 'Paste the link to your track, or tick “I have no track this time”.';
  }
  if (genre === '') errors.genre = 'Choose a genre. If none of them fits, choose No Genre.';
  return errors;
}
