import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';

type Documents = Map<string, string>;

const CALL = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;
const DEFINITION = /\b(?:query|mutation|subscription|fragment)\s+(\w+)/;

/** The generator writes the operation or the fragment first, then the fragments that it uses. */
const FIRST_NAME =
  /"definitions":\[\{"kind":"\w+",(?:"operation":"\w+",)?"name":\{"kind":"Name","value":"(\w+)"/;

/** The generated documents by the names of their operations and fragments. */
export function readDocuments(generated: string): Documents {
  const documents: Documents = new Map();
  for (const [, json = ''] of generated.matchAll(
    /^export const \w+ = (\{.*\}) as unknown as DocumentNode/gm,
  )) {
    const name = FIRST_NAME.exec(json)?.[1];
    if (!name) throw new Error('A generated document without a name.');
    documents.set(name, json);
  }
  return documents;
}

/** Replaces each call of `graphql()` by the document that it returns. */
export function withDocuments(code: string, documents: Documents): string {
  return code.replace(CALL, (_, text: string) => {
    const name = DEFINITION.exec(text)?.[1] ?? '';
    const document = documents.get(name);
    if (!document) throw new Error(`The code generator has not seen the document ${name}.`);
    return `(${document})`;
  });
}

/**
 * Moves each document into the module that uses it. `graphql()` looks documents up in one table, which has all documents of all
 * pages, so that the first load would have those of the operators' pages too.
 */
export function inlineDocuments(): Plugin {
  let documents: Documents = new Map();
  return {
    name: 'inline-documents',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      const generated = path.resolve(import.meta.dirname, '../src/api/gql/graphql.ts');
      documents = readDocuments(await readFile(generated, 'utf8'));
    },
    transform: (code, id) =>
      /\/src\/.*\.tsx?$/.test(id) && !id.includes('/src/api/gql/') && code.includes('graphql(')
        ? { code: withDocuments(code, documents), map: null }
        : null,
  };
}
