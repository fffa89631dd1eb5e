import { expect, test } from 'vitest';
import { readDocuments, withDocuments } from './inlineDocuments';

const operation =
  '{"__meta__":{"documentId":"sha256:1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HomePage"}}]}';
const fragment =
  '{"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Reply_reply"}}]}';

const documents = readDocuments(`
export type HomePageQuery = { feedbackGroups: [] };
export const Reply_ReplyFragmentDoc = ${fragment} as unknown as DocumentNode<Reply_ReplyFragment, unknown>;
export const HomePageDocument = ${operation} as unknown as DocumentNode<HomePageQuery, HomePageQueryVariables>;
`);

test('replaces calls by the documents of these names', () => {
  expect(
    withDocuments(
      'const HomePageQuery = graphql(`\n  query HomePage {\n    id\n  }\n`);\nconst reply = graphql(`fragment Reply_reply on Reply { id }`);',
      documents,
    ),
  ).toBe(`const HomePageQuery = (${operation});\nconst reply = (${fragment});`);
});

test('fails if a document was not generated', () => {
  expect(() => withDocuments('graphql(`query Missing { id }`)', documents)).toThrow('Missing');
});
