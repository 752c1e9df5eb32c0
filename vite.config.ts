import { brotliCompress, constants } from 'node:zlib';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;

/** The aliases of tsconfig.json, once more for Vite and vitest. */
const alias = {
  '~': path.join(root, 'app'),
  '#db': path.join(root, 'db'),
  '#templates': path.join(root, 'templates'),
};

/** Source that must never reach a browser: the database, the PDF engine, the stores, the server itself. */
const serverOnly = [
  /^db\//,
  /^templates\/engine\//,
  /^app\/server(\/|\.ts$)/,
  /^app\/boot\.ts$/,
  /\/store(\/|\.ts$)/,
];

/**
 * Makes it a build error when server code would end up in the browser.
 *
 * Without it one constant of a store used in a view silently ships the
 * database driver (148 kB, and the names of all tables) with a green build.
 */
function refuseServerCodeInBrowser(): Plugin {
  return {
    name: 'refuse-server-code-in-browser',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const isDependencyScan = (options as { scan?: boolean }).scan === true;
      if (options.ssr || isDependencyScan || !importer) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found) return null;
      const file = path.relative(root, found.id.replace(/\?.*$/, ''));
      if (serverOnly.some((pattern) => pattern.test(file))) {
        this.error(
          `${file} is server code and must not reach the browser (imported by ${path.relative(root, importer)}).`,
        );
      }
      return found;
    },
  };
}

/** Writes a brotli copy beside every text asset, so the server compresses nothing twice. */
function compressAssets(): Plugin {
  let isServerBuild = false;
  return {
    name: 'compress-assets',
    apply: 'build',
    configResolved(config) {
      isServerBuild = Boolean(config.build.ssr);
    },
    async writeBundle(output) {
      const { dir } = output;
      if (isServerBuild || !dir) return;
      const names = await readdir(dir, { recursive: true });
      const texts = names.filter((name) => /\.(js|css|svg|json|txt)$/.test(name));
      await Promise.all(texts.map((name) => writeBrotliCopy(path.join(dir, name))));
    },
  };
}

async function writeBrotliCopy(file: string): Promise<void> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file), { params }));
}

export default defineConfig({
  resolve: { alias },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  plugins: [
    refuseServerCodeInBrowser(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    compressAssets(),
  ],
});
