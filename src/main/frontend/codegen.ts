import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';
import type { CodegenConfig } from '@graphql-codegen/cli';

// Types the documents of the client against the schema of the server. A document that does not fit the schema stops the build.
const config: CodegenConfig = {
  schema: '../../docs/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/api/gql/**'],
  ignoreNoDocuments: false,
  generates: {
    'src/api/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        // The server registers these texts by the same hash.
        persistedDocuments: {
          mode: 'embedHashInDocument',
          hashPropertyName: 'documentId',
          hashAlgorithm: 'sha256',
        },
      },
      // The cache needs the type names, so they must be in the registered texts.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        enumsAsTypes: true,
        scalars: { DateTime: 'string', Date: 'string', JSON: 'unknown' },
        defaultScalarType: 'unknown',
        strictScalars: true,
        useTypeImports: true,
      },
    },
  },
};

export default config;
