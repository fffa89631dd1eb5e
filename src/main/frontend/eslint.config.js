import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';

// The features that each feature may import. Like `allowedDependencies` of the server's modules.
const uses = {
  account: [],
  track: [],
  releases: ['track'],
  feedback: ['track', 'releases'],
  notification: [],
  admin: ['track', 'releases'],
};

function only(folder, allowed) {
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    ignores: ['src/**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./|@/(?!(${allowed.join('|')})/))`,
              message: `${folder} may import its own folder by ./, and these by @/: ${allowed.join(', ')}.`,
            },
          ],
        },
      ],
    },
  };
}

export default typescript.config(
  { ignores: ['node_modules/', '.yarn/', 'src/api/gql/'] },
  js.configs.recommended,
  typescript.configs.strictTypeChecked,
  typescript.configs.stylisticTypeChecked,
  jsxA11y.flatConfigs.strict,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 250],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Loaders throw responses, and pages throw what a query answered.
      '@typescript-eslint/only-throw-error': 'off',
      'no-console': 'error',
    },
  },
  only('lib', ['lib']),
  only('ui', ['ui', 'lib']),
  only('api', ['api', 'lib']),
  ...Object.entries(uses).map(([name, others]) =>
    only(`features/${name}`, ['ui', 'api', 'lib', ...[name, ...others].map((other) => `features/${other}`)]),
  ),
  {
    files: ['**/*.test.{ts,tsx}', 'src/test/**'],
    rules: {
      // A test casts what a fake server answers.
      '@typescript-eslint/consistent-type-assertions': 'off',
    },
  },
  { files: ['*.js'], extends: [typescript.configs.disableTypeChecked] },
);
