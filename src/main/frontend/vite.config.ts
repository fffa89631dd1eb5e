import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { compression } from 'vite-plugin-compression2';
import { defineConfig } from 'vitest/config';
import { firstLoadLimit } from './build/firstLoadLimit.ts';
import { inlineDocuments } from './build/inlineDocuments.ts';
import { routeList } from './build/routeList.ts';

const server = 'http://localhost:8080';

export default defineConfig({
  plugins: [
    inlineDocuments(),
    react(),
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(js|css|svg)$/, threshold: 0 }),
    firstLoadLimit({ kilobytes: 130 }),
    routeList(),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: {
    outDir: process.env.OUTPUT ?? '../../../target/frontend/dist',
    emptyOutDir: true,
    // The content policy allows no `data:` addresses.
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Each file costs a phone a request, which is more than a few kilobytes cost. So the code that every page needs is one
        // file, and the code that many pages need a second one.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 1 },
            { name: 'shared', minShareCount: 6 },
          ],
        },
      },
    },
  },
  server: {
    // For work on the client: `yarn dev` beside the running service.
    proxy: {
      '/graphql': { target: server, ws: true },
      '/logout': server,
      '/accounts': server,
    },
  },
  test: {
    environment: 'jsdom',
    testTimeout: 30_000,
    setupFiles: ['src/test/setup.ts'],
    env: { TZ: 'Europe/Berlin' },
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
