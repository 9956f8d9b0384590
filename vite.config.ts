import path from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { visualizer } from 'rollup-plugin-visualizer';
import { defineConfig, type Plugin } from 'vite';
import { ISOLATION_HEADERS, PAGE_POLICY, SECURITY_HEADERS } from './scripts/security-headers.mjs';

/** The policy stands in the built page itself, so it holds on any host. Not in dev: hot reload needs an inline script. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Starts a large file's worker while the app is still on its way: a script of its own, beside the app's. */
const EARLY = 'early-worker';

function earlyScript(): Plugin {
  return {
    name: 'early-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.values(bundle)
          .filter((file) => file.type === 'chunk' && file.name === EARLY)
          .map(({ fileName }) => ({
            tag: 'script',
            // As soon as it has come, whatever the order.
            attrs: { type: 'module', async: true, crossorigin: true, src: `./${fileName}` },
            injectTo: 'head' as const,
          })),
    },
  };
}

/** The name of a built file says what is in it, so no browser need ask again whether it has changed; nor keep that there is none. */
function lastingAssets(): Plugin {
  return {
    name: 'lasting-assets',
    configurePreviewServer({ middlewares }) {
      middlewares.use('/assets/', (_request, response, next) => {
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
        next();
      });
      return () =>
        middlewares.use('/assets/', (_request, response, next) => {
          response.removeHeader('Cache-Control');
          next();
        });
    },
  };
}

/**
 * What loads together is one file, though others share parts of it: a request costs more than it brings. A part goes to the
 * first of these that needs it.
 */
const FILES: readonly ({ name: string } & ({ tags: ['$initial'] } | { test: RegExp }))[] = [
  { name: EARLY, test: /src[\\/]io[\\/]large[\\/]early-worker\.ts$/ },
  { name: 'initial', tags: ['$initial'] },
  { name: 'parse', test: /src[\\/]model[\\/](parse-dataset|parse-event|schema)\.ts$/ },
  { name: 'large', test: /src[\\/](model[\\/]open-packed|ui[\\/]timeline[\\/]large-picture)\.ts$/ },
  { name: 'rail', test: /src[\\/]ui[\\/]filters[\\/](FilterRail|Facets)\.tsx$/ },
  {
    name: 'soon',
    test: /src[\\/](io[\\/](note-visits|own-views)\.ts|ui[\\/]timeline[\\/]gestures\.ts|ui[\\/]shell[\\/]FileDrop\.tsx|state[\\/]story\.ts)$/,
  },
];

export default defineConfig({
  base: './',
  // An unknown address is a 404, never the page again: a missing dataset must not look like HTML.
  appType: 'mpa',
  resolve: {
    // d3 is used for gestures, scales and calendar steps. What it would blend, animate or write is left out, as is what pdfkit
    // would set text with.
    alias: {
      ...Object.fromEntries(
        ['d3-transition', 'd3-color', 'd3-format'].map((name) => [
          name,
          path.resolve(import.meta.dirname, `scripts/no-${name}.mjs`),
        ]),
      ),
      ...Object.fromEntries(
        ['fontkit', 'linebreak', 'png-js', '@noble/ciphers/aes'].map((name) => [
          name,
          path.resolve(import.meta.dirname, 'scripts/no-pdfkit-parts.mjs'),
        ]),
      ),
      'brotli-lib/decode': path.resolve(import.meta.dirname, 'scripts/brotli-decode.mjs'),
    },
  },
  // It finds its wasm beside itself.
  optimizeDeps: { exclude: ['harfbuzzjs'] },
  plugins: [
    { ...optimizeLocales.vite({ locales: ['en-US', 'ja-JP'] }), enforce: 'pre' as const },
    react(),
    contentSecurityPolicy(),
    earlyScript(),
    lastingAssets(),
    process.env['ANALYZE'] ? visualizer({ filename: '.cache/stats.html', gzipSize: true }) : null,
  ],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    sourcemap: true,
    manifest: true,
    // The budget of the first load is kept by `npm run size`.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: FILES.map((group, i) => ({ ...group, priority: FILES.length - i })),
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { headers: ISOLATION_HEADERS },
  preview: { headers: SECURITY_HEADERS },
});
