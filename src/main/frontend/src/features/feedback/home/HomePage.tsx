import type { Client } from 'urql';
import { graphql } from '@/api/gql';
import { preload } from '@/api/preload';
import { usePage } from '@/api/usePage';
import { PageTitle } from '@/ui/page/PageTitle';

const HomePageQuery = graphql(`
  query HomePage {
    feedbackGroups {
      id
      name
    }
  }
`);

export async function loadHome(client: Client): Promise<void> {
  await preload(client, HomePageQuery, {});
}

/** What the member has to do next. */
export function HomePage() {
  const { feedbackGroups } = usePage(HomePageQuery);
  return (
    <>
      <PageTitle>Home</PageTitle>
      <ul>
        {feedbackGroups.map((group) => (
          <li key={group.id}>{group.name}</li>
        ))}
      </ul>
    </>
  );
}
