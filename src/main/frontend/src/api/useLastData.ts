import { useState } from 'react';
import type { CombinedError } from 'urql';

/**
 * The data of the last answer without an error. A refetch that fails has no data, or null for a field with an error, which must not
 * look like a thing that does not exist.
 */
export function useLastData<Data>({ data, error }: { data?: Data; error?: CombinedError }): Data | undefined {
  const fresh = error ? undefined : data;
  const [last, setLast] = useState(fresh);
  if (fresh !== undefined && fresh !== last) setLast(fresh);
  return fresh ?? last;
}
