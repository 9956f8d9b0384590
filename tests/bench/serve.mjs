import { createReadStream, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { build, preview } from 'vite';
import { BENCH_FOLDER } from './inputs.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
};

/** Not in dist, which may be built or tested meanwhile. */
const app = { outDir: path.join(BENCH_FOLDER, 'app') };

/** @param {{ withApp: boolean, withPeers: boolean }} wanted */
export async function buildPages({ withApp, withPeers }) {
  mkdirSync(app.outDir, { recursive: true });
  if (withApp) await build({ root, logLevel: 'warn', build: app });
  if (withPeers)
    await build({
      configFile: path.join(import.meta.dirname, 'peers/vite.config.mjs'),
      logLevel: 'warn',
    });
}

/** Serves the app as `npm start` does, and .cache/bench under /bench/. */
export async function servePages() {
  const server = await preview({
    root,
    logLevel: 'warn',
    build: app,
    preview: { host: '127.0.0.1', port: 4373 },
    plugins: [benchFiles()],
  });
  return { url: server.resolvedUrls.local[0], close: () => server.close() };
}

function benchFiles() {
  return {
    name: 'bench-files',
    configurePreviewServer({ middlewares }) {
      middlewares.use('/bench/', sendFile);
    },
  };
}

/** The peers add style elements to their pages, so these have no content security policy. */
function sendFile(request, response, next) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = path.join(BENCH_FOLDER, path.normalize(pathname));
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return next();
  response.writeHead(200, {
    'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'Content-Length': size,
    'Cache-Control': 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}
