import { Link, useSearchParams } from 'react-router';
import { graphql } from '@/api/gql';
import { usePage } from '@/api/usePage';
import { ReleaseGrid } from '@/features/releases/entry/ReleaseGrid';
import { ReleasesHead } from '@/features/releases/frame/ReleasesHead';
import { releasesPage } from '@/features/releases/frame/releasesPage';
import { pageVariables } from '@/lib/listVariables';
import layout from '@/ui/layout/layout.module.css';
import { GenreForm } from './GenreForm';

const YourReleasesPageQuery = graphql(`
  query YourReleasesPage($first: Int, $after: String, $last: Int, $before: String) {
    chosenGenres
    artists(followed: true, first: 1) {
      edges {
        node {
          id
        }
      }
    }
    myReleases(first: $first, after: $after, last: $last, before: $before) {
      ...ReleaseGrid_releases
    }
  }
`);

/** The releases of the artists that the member follows, and of the genres that the member has chosen. */
function YourReleasesPage() {
  const [search] = useSearchParams();
  const { chosenGenres, artists, myReleases } = usePage(YourReleasesPageQuery, pageVariables(search));
  const follows = Boolean(artists?.edges.length);
  return (
    <>
      <ReleasesHead
        title="Your releases"
        lede={
          <>
            From <Link to="/out-now/artists?followed=true">artists that you follow</Link>, and of the genres
            that you choose.
          </>
        }
      />
      <div className={layout.stack}>
        <GenreForm chosen={chosenGenres} />
        <ReleaseGrid
          releases={myReleases}
          empty={
            follows || chosenGenres.length > 0
              ? 'Nothing is out yet from your artists and in your genres.'
              : 'You follow no artist and have chosen no genre yet. With one of them, releases are here.'
          }
        />
      </div>
    </>
  );
}

export const yourReleasesPage = releasesPage({
  query: YourReleasesPageQuery,
  variables: pageVariables,
  Component: YourReleasesPage,
});
