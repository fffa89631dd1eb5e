import type { UsageFigures_DayFragment } from '@/api/gql/graphql';

/** The figures of a day that can be drawn. */
export type Figure = 'registrations' | 'requests' | 'groups' | 'responsesAsked' | 'responsesGiven';

export const figures: Record<Figure, string> = {
  requests: 'Requests',
  registrations: 'Registrations',
  groups: 'Groups',
  responsesAsked: 'Forms',
  responsesGiven: 'Forms sent',
};

export type DayFigures = Pick<UsageFigures_DayFragment, Figure | 'day'>;
