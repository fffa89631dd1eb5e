import { useSearchParams } from 'react-router';
import { graphql } from '@/api/gql';
import { usePage } from '@/api/usePage';
import { ArtistLine } from '@/features/releases/follow/ArtistLine';
import { ReleasesHead } from '@/features/releases/frame/ReleasesHead';
import { releasesPage } from '@/features/releases/frame/releasesPage';
import { services } from '@/features/releases/frame/services';
import { className } from '@/lib/className';
import { filterValue, oneOf, pageVariables } from '@/lib/listVariables';
import { nodesOf } from '@/lib/nodesOf';
import { choice, textSearch } from '@/ui/filter/filter';
import { FilterForm } from '@/ui/filter/FilterForm';
import layout from '@/ui/layout/layout.module.css';
import { EmptyState } from '@/ui/message/EmptyState';
import { Pager } from '@/ui/table/Pager';
import styles from './artistsPage.module.css';

const ArtistsPageQuery = graphql(`
  query ArtistsPage(
    $search: String
    $source: MusicService
    $followed: Boolean!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    artists(
      search: $search
      source: $source
      followed: $followed
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      edges {
        node {
          id
          source
          ...ArtistLine_artist
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const filters = [
  textSearch('search', 'Search', 'A part of the name.'),
  choice('source', 'Music service', services),
  choice('followed', 'Artists', { true: 'Those that you follow' }, 'All'),
];

function variables(search: URLSearchParams) {
  const filter = filterValue(search);
  return {
    ...pageVariables(search),
    search: filter('search'),
    source: oneOf(services, filter('source')),
    followed: filter('followed') === 'true',
  };
}

function emptyWords(search: URLSearchParams): string {
  if (search.get('search') || search.get('source')) return 'No artist fits these filters.';
  return search.get('followed')
    ? 'You follow no artist yet. Find one here or at a release, and press “Follow”.'
    : 'No artists yet. They come with the first releases.';
}

/** All artists, or those that the member follows. */
function ArtistsPage() {
  const [search] = useSearchParams();
  const { artists } = usePage(ArtistsPageQuery, variables(search));
  const found = artists ? nodesOf(artists) : [];
  return (
    <>
      <ReleasesHead title="Artists" lede="Follow an artist, and their releases are in yours." />
      <div className={layout.stack}>
        <FilterForm label="Filter artists" filters={filters} />
        {found.length === 0 ? (
          <EmptyState>{emptyWords(search)}</EmptyState>
        ) : (
          <ul className={styles.artists}>
            {found.map((artist) => (
              <li key={artist.id} className={styles.artist}>
                <ArtistLine artist={artist} />
                <p className={className(layout.small, layout.soft)}>{services[artist.source]}</p>
              </li>
            ))}
          </ul>
        )}
        {artists && <Pager pageInfo={artists.pageInfo} />}
      </div>
    </>
  );
}

export const artistsPage = releasesPage({ query: ArtistsPageQuery, variables, Component: ArtistsPage });
