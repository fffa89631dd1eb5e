import type { Client } from 'urql';
import { graphql } from '@/api/gql';
import type { ViewerQuery as Viewer } from '@/api/gql/graphql';
import { setSignedInAs } from '@/api/signedInAs';
import { usePage } from '@/api/usePage';

export const ViewerQuery = graphql(`
  query Viewer {
    userDetails {
      id
      username
      emailVerified
      emailRefused
      verifiedAddressNeededFor
      operator
      notifications
      rating
    }
  }
`);

/** The signed-in member, or null. */
export function useViewer(): Viewer['userDetails'] {
  return usePage(ViewerQuery).userDetails;
}

/** Reads the viewer once; later calls answer from the cache. Throws what the request threw. */
export async function loadViewer(client: Client): Promise<Viewer['userDetails']> {
  const { data, error } = await client.query(ViewerQuery, {}).toPromise();
  // Null with an error does not mean that nobody is signed in.
  if (error || !data) throw error ?? new Error('No answer about the session.');
  if (data.userDetails) setSignedInAs(data.userDetails.id);
  return data.userDetails;
}
