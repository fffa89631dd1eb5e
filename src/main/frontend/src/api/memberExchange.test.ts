import { beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from './createApiClient';
import { ViewerDocument } from './gql/graphql';
import { setSignedInAs } from './signedInAs';

const bodies: { extensions?: Record<string, unknown> }[] = [];

function answer(body: unknown) {
  vi.stubGlobal('fetch', (_: unknown, init: RequestInit) => {
    bodies.push(JSON.parse(init.body as string) as (typeof bodies)[number]);
    return Promise.resolve(Response.json(body));
  });
}

beforeEach(() => {
  bodies.length = 0;
});

test('each operation tells for whom the document was loaded, and a refusal is reported', async () => {
  const onOtherMember = vi.fn();
  const client = createApiClient([], onOtherMember);
  answer({ data: { userDetails: null } });
  await client.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  expect(bodies[0]?.extensions).not.toHaveProperty('signedInAs');

  setSignedInAs('7');
  setSignedInAs('8');
  await client.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  expect(bodies[1]?.extensions).toMatchObject({ signedInAs: '7' });
  expect(bodies[1]?.extensions).toHaveProperty('persistedQuery');
  expect(onOtherMember).not.toHaveBeenCalled();

  answer({ data: null, errors: [{ message: 'No.', extensions: { code: 'OTHER_MEMBER_SIGNED_IN' } }] });
  await client.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  expect(onOtherMember).toHaveBeenCalledOnce();
});
