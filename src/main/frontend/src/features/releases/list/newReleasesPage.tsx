import { useSearchParams } from 'react-router';
import { graphql } from '@/api/gql';
import { usePage } from '@/api/usePage';
import { ReleaseGrid } from '@/features/releases/entry/ReleaseGrid';
import { ReleasesHead } from '@/features/releases/frame/ReleasesHead';
import { releasesPage } from '@/features/releases/frame/releasesPage';
import { services } from '@/features/releases/frame/services';
import { filterValue, oneOf, pageVariables } from '@/lib/listVariables';
import layout from '@/ui/layout/layout.module.css';
import { FilterForm } from '@/ui/filter/FilterForm';
import { releaseFilters, releaseGenres } from './releaseFilters';

const NewReleasesPageQuery = graphql(`
  query NewReleasesPage(
    $search: String
    $genre: Genre
    $source: MusicService
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    newReleases(
      search: $search
      genre: $genre
      source: $source
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      ...ReleaseGrid_releases
    }
  }
`);

function variables(search: URLSearchParams) {
  const filter = filterValue(search);
  return {
    ...pageVariables(search),
    search: filter('search'),
    genre: oneOf(releaseGenres, filter('genre')),
    source: oneOf(services, filter('source')),
  };
}

/** All releases that are out, the newest first. Filters and cursor are in the address. */
function NewReleasesPage() {
  const [search] = useSearchParams();
  const { newReleases } = usePage(NewReleasesPageQuery, variables(search));
  const filtered = releaseFilters.some(({ name }) => search.get(name));
  return (
    <>
      <ReleasesHead
        title="Out now"
        lede="What came out lately, to hear where your own track could stand beside it."
      />
      <div className={layout.stack}>
        <FilterForm label="Filter releases" filters={releaseFilters} />
        <ReleaseGrid
          releases={newReleases}
          empty={
            filtered
              ? 'No release fits these filters.'
              : 'No releases yet. New ones are copied from music services during the day.'
          }
        />
      </div>
    </>
  );
}

export const newReleasesPage = releasesPage({
  query: NewReleasesPageQuery,
  variables,
  Component: NewReleasesPage,
});
