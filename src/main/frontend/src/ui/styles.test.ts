import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const sources = path.resolve(import.meta.dirname, '..');

function read(pattern: string): { name: string; text: string }[] {
  return globSync(pattern, { cwd: sources })
    .filter((name) => !name.startsWith('api/gql'))
    .map((name) => ({ name, text: readFileSync(path.join(sources, name), 'utf8') }));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const NAMED =
  'white|black|gr[ae]y|silver|red|maroon|orange|yellow|gold|olive|lime|green|teal|aqua|cyan|blue|navy|purple|fuchsia|magenta|pink|brown|beige|ivory|tomato|crimson|coral';
const COLOUR = new RegExp(
  `#[0-9a-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\\(|:[^;{}]*?(?<![\\w-])(?:${NAMED})(?![\\w-])[^;{}]*;`,
  'gi',
);

function rawColours(css: string): string[] {
  return withoutComments(css).match(COLOUR) ?? [];
}

test.each([
  ['color: #0b5a5e;', 1],
  ['background: rgb(0 0 0 / 0.5);', 1],
  ['border: 1px solid white;', 1],
  ['color: var(--ink); background: transparent; outline-color: CanvasText;', 0],
  ['translate: 0; white-space: nowrap; /* #0b5a5e */', 0],
])('finds the raw colours of "%s"', (css, expected) => {
  expect(rawColours(css)).toHaveLength(expected);
});

test('colours are written in the tokens only', () => {
  const found = read('**/*.css')
    .filter(({ name }) => path.basename(name) !== 'tokens.css')
    .flatMap(({ name, text }) => rawColours(text).map((colour) => `${name}: ${colour}`));
  expect(found).toEqual([]);
});

test('components have no raw colours', () => {
  const found = read('**/*.tsx')
    .filter(({ name }) => !name.endsWith('.test.tsx'))
    .filter(({ text }) => /['"`]#[0-9a-f]{3,8}['"`]|\b(?:rgba?|hsla?|oklch)\(/i.test(withoutComments(text)))
    .map(({ name }) => name);
  expect(found).toEqual([]);
});

test('each class that a component uses is in its CSS module', () => {
  const missing = read('**/*.{ts,tsx}').flatMap(({ name, text }) => {
    const code = withoutComments(text);
    return [...code.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(
      ([, local = '', file = '']) => {
        const css = file.startsWith('@/')
          ? path.join(sources, file.slice(2))
          : path.resolve(sources, path.dirname(name), file);
        const classes = new Set(
          [...withoutComments(readFileSync(css, 'utf8')).matchAll(/\.([a-zA-Z_][\w-]*)/g)].map(
            ([, each]) => each,
          ),
        );
        const uses = code.replace(/^import .*$/gm, '');
        return [...uses.matchAll(new RegExp(`\\b${local}\\.(\\w+)|\\b${local}\\['([\\w-]+)'\\]`, 'g'))]
          .map(([, dotted, quoted]) => dotted ?? quoted)
          .filter((used) => !classes.has(used))
          .map((used) => `${name}: ${local}.${used ?? ''}`);
      },
    );
  });
  expect(missing).toEqual([]);
});
