import type { Client } from 'urql';
import { graphql } from '@/api/gql';

const OperatorQuery = graphql(`
  query Operator {
    userDetails {
      operator
    }
  }
`);

/** Whether the viewer is an operator. Asks the server once; the server checks each operation anyway. */
export async function isOperator(client: Client): Promise<boolean> {
  const { data, error } = await client.query(OperatorQuery, {}).toPromise();
  if (error || !data) throw error ?? new Error('No answer about the role.');
  return data.userDetails?.operator ?? false;
}
