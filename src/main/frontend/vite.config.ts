import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { compression } from 'vite-plugin-compression2';
import { defineConfig } from 'vitest/config';
import { firstLoadLimit } from './build/firstLoadLimit';
import { inlineDocuments } from './build/inlineDocuments';
import { routeList } from './build/routeList';

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
