import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createServer, type Plugin, type ResolvedConfig } from 'vite';

type Route = { path?: string; children?: Route[] };

/** The full paths of the routes, as `/group/:groupId`. A route that matches all addresses (`*`) is left out. */
export function routePaths(routes: Route[], parent = ''): string[] {
  return routes.flatMap((route) => {
    const own = route.path === undefined ? parent : `${parent}/${route.path}`.replace(/\/+/g, '/');
    if (route.children) return routePaths(route.children, own);
    return own.includes('*') ? [] : [own.replace(/(.)\/$/, '$1')];
  });
}

function hasRouteTree(module: unknown): module is { routeTree: (client: unknown) => Route[] } {
  return (
    typeof module === 'object' &&
    module !== null &&
    'routeTree' in module &&
    typeof module.routeTree === 'function'
  );
}

/** Writes `routes.json`, from which the server knows the paths that are pages of the client. */
export function routeList(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'route-list',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async writeBundle() {
      const server = await createServer({
        root: config.root,
        configFile: false,
        appType: 'custom',
        logLevel: 'error',
        resolve: { alias: config.resolve.alias },
        server: { middlewareMode: true, ws: false, watch: null },
        optimizeDeps: { noDiscovery: true },
      });
      try {
        const module: unknown = await server.ssrLoadModule('/src/app/routeTree.tsx');
        if (!hasRouteTree(module)) throw new Error('src/app/routeTree.tsx exports no function `routeTree`.');
        const paths = [...new Set(routePaths(module.routeTree(null)))].sort();
        await writeFile(
          path.resolve(config.root, config.build.outDir, 'routes.json'),
          JSON.stringify(paths, null, 2) + '\n',
        );
      } finally {
        await server.close();
      }
    },
  };
}
