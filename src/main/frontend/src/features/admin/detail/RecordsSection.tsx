import type { ReactNode } from 'react';
import { nodesOf } from '@/lib/nodesOf';
import { DetailSection } from './DetailSection';

type Records<Node> = { edges: readonly { node: Node }[]; pageInfo: { hasNextPage: boolean } };

/**
 * The first records of a list that belongs to the record of the page.
 *
 * @param list the address of the whole list
 */
export function RecordsSection<Node>(props: {
  title: string;
  records: Records<Node>;
  list: string;
  table: (records: Node[]) => ReactNode;
}) {
  const { title, records, list, table } = props;
  return (
    <DetailSection title={title} all={records.pageInfo.hasNextPage && list}>
      {table(nodesOf(records))}
    </DetailSection>
  );
}
