import { Link, useParams, useSearchParams, type Params } from 'react-router';
import { graphql } from '@/api/gql';
import { usePage } from '@/api/usePage';
import { ReleaseGrid } from '@/features/releases/entry/ReleaseGrid';
import { FollowButton } from '@/features/releases/follow/FollowButton';
import { artistName } from '@/features/releases/frame/names';
import { ReleasesHead } from '@/features/releases/frame/ReleasesHead';
import { releasesPage } from '@/features/releases/frame/releasesPage';
import { ServiceLink } from '@/features/releases/frame/ServiceLink';
import { services } from '@/features/releases/frame/services';
import { pageVariables, type PageVariables } from '@/lib/listVariables';
import layout from '@/ui/layout/layout.module.css';
import { NotFound } from '@/ui/page/NotFound';
import styles from './artistPage.module.css';

const ArtistPageQuery = graphql(`
  query ArtistPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    artist(id: $id) {
      id
      source
      name
      url
      ...FollowButton_artist
    }
    newReleases(artistId: $id, first: $first, after: $after, last: $last, before: $before) {
      ...ReleaseGrid_releases
    }
  }
`);

function variables(search: URLSearchParams, { artistId = '' }: Params) {
  return /^\d{1,18}$/.test(artistId) ? { id: artistId, ...pageVariables(search) } : null;
}

/** An artist with the releases that are out. */
function ArtistPage() {
  const params = useParams();
  const [search] = useSearchParams();
  const asked = variables(search, params);
  return asked ? <Artist asked={asked} /> : <NotFound />;
}

function Artist({ asked }: { asked: PageVariables & { id: string } }) {
  const { artist, newReleases } = usePage(ArtistPageQuery, asked);
  if (!artist) return <NotFound />;
  const { name, source, url } = artist;
  return (
    <div className={styles.page}>
      <ReleasesHead crumb={<Link to="/out-now">Out now</Link>} title={artistName(name)} />
      <div className={layout.stack}>
        <div className={layout.rowBetween}>
          <FollowButton key={artist.id} artist={artist} />
          {url && <ServiceLink url={url}>The artist at {services[source]}</ServiceLink>}
        </div>
        <ReleaseGrid releases={newReleases} empty="Nothing of this artist is out in the copy we have." />
      </div>
    </div>
  );
}

export const artistPage = releasesPage({ query: ArtistPageQuery, variables, Component: ArtistPage });
