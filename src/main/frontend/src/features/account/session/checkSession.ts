import type { Client } from 'urql';
import { graphql } from '@/api/gql';
import { problemOf } from '@/api/problem';

const CheckSessionMutation = graphql(`
  mutation CheckSession {
    verifyToken {
      payload
    }
  }
`);

/**
 * Asks the server whether the session goes on. Unlike the query of the viewer, the answer changes no data of pages, so a page stays
 * as it is when its session has ended. `unknown`: no answer, or an error.
 */
export async function checkSession(client: Client): Promise<'active' | 'ended' | 'unknown'> {
  const { error } = await client.mutation(CheckSessionMutation, {}).toPromise();
  if (!error) return 'active';
  return problemOf(error).code === 'NO_SESSION' ? 'ended' : 'unknown';
}
