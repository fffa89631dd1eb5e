import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { CoverSwitch } from '@/features/releases/cover/CoverSwitch';
import { nodesOf } from '@/lib/nodesOf';
import { EmptyState } from '@/ui/message/EmptyState';
import layout from '@/ui/layout/layout.module.css';
import { Pager } from '@/ui/table/Pager';
import { ReleaseEntry } from './ReleaseEntry';
import styles from './ReleaseGrid.module.css';

const ReleaseGrid_releases = graphql(`
  fragment ReleaseGrid_releases on ReleaseConnection {
    edges {
      node {
        id
        ...ReleaseEntry_release
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
`);

/** A page of a list of releases. */
export function ReleaseGrid(props: {
  releases: FragmentType<typeof ReleaseGrid_releases> | null | undefined;
  /** In place of a list without releases. */
  empty: ReactNode;
}) {
  const connection = readFragment(ReleaseGrid_releases, props.releases);
  const releases = connection ? nodesOf(connection) : [];
  return (
    <section className={layout.stack} aria-labelledby="releases">
      <div className={styles.head}>
        <h2 id="releases">Releases</h2>
        {releases.length > 0 && (
          <div className={styles.covers}>
            <CoverSwitch />
          </div>
        )}
      </div>
      {releases.length === 0 ? (
        <EmptyState>{props.empty}</EmptyState>
      ) : (
        <ul className={styles.grid}>
          {releases.map((release) => (
            <ReleaseEntry key={release.id} release={release} />
          ))}
        </ul>
      )}
      {connection && <Pager pageInfo={connection.pageInfo} />}
    </section>
  );
}
