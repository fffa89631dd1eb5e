import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Stops the build if the JavaScript and CSS that each page loads are larger than the limit, compressed with Brotli. */
export function firstLoadLimit(limit: { kilobytes: number }): Plugin {
  return {
    name: 'first-load-limit',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const loaded = new Set<string>();
      const load = (fileName: string) => {
        const chunk = chunks.find((each) => each.fileName === fileName);
        if (!chunk || loaded.has(fileName)) return;
        loaded.add(fileName);
        chunk.viteMetadata?.importedCss.forEach((css) => loaded.add(css));
        chunk.imports.forEach(load);
      };
      chunks
        .filter((chunk) => chunk.isEntry)
        .forEach((chunk) => {
          load(chunk.fileName);
        });
      let bytes = 0;
      for (const fileName of loaded) {
        const file = bundle[fileName];
        if (file) bytes += brotliCompressSync(file.type === 'chunk' ? file.code : file.source).length;
      }
      const kilobytes = bytes / 1000;
      this.info(`first load: ${kilobytes.toFixed(1)} KB of at most ${limit.kilobytes} KB`);
      if (kilobytes > limit.kilobytes) {
        this.error(`The first load has ${kilobytes.toFixed(1)} KB, more than ${limit.kilobytes} KB.`);
      }
    },
  };
}
