import { useDraft } from '@/lib/useDraft';
import { draftOf, newRequest, parseDraft, valuesOf, type RequestValues } from './requestValues';

type Pending = Parameters<typeof valuesOf>[0] & { id: number };

/** The values of the form. What was typed is kept as a draft, apart for a new request and for the one that is changed. */
export function useRequestValues(pending: Pending | null): {
  values: RequestValues;
  change: (values: Partial<RequestValues>) => void;
  drop: () => void;
  /** Whether something was typed. */
  changed: boolean;
  /** False: the browser stores nothing. */
  kept: boolean;
} {
  const initial = pending ? valuesOf(pending) : newRequest;
  const [draft, write, drop, { kept }] = useDraft(pending ? `request-${pending.id}` : 'request');
  const values = parseDraft(draft, initial);
  return {
    values,
    change: (change) => {
      write(draftOf({ ...values, ...change }, initial));
    },
    drop,
    changed: draft !== '',
    kept,
  };
}
