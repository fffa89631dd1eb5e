import { useState, useTransition } from 'react';
import { useLocation } from 'react-router';
import { useClient, type TypedDocumentNode } from 'urql';
import { problemOf } from '@/api/problem';
import type { QueryVariables } from '@/features/admin/frame/adminPage';

export type Texts<Data> = {
  /** The data with texts and authors. Null until the operator asks for them, and again after a navigation. */
  data: Data | null;
  show: () => void;
  hide: () => void;
  busy: boolean;
  problem: string | null;
};

/**
 * Reads texts of members and their authors when the operator asks for them. Each read is an entry in the audit log, so this is
 * no query that the cache repeats by itself.
 */
export function useTexts<Data, Variables extends QueryVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Texts<Data> {
  const client = useClient();
  const { key } = useLocation();
  const [read, setRead] = useState<{ data: Data; key: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, startReading] = useTransition();
  const show = () => {
    startReading(async () => {
      const { data, error } = await client
        .query(query, variables, { requestPolicy: 'network-only' })
        .toPromise();
      startReading(() => {
        setProblem(error ? problemOf(error).message : null);
        setRead(data === undefined || error ? null : { data, key });
      });
    });
  };
  const hide = () => {
    setRead(null);
  };
  return { data: read?.key === key ? read.data : null, show, hide, busy, problem };
}
