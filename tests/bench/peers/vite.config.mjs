import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const PAGES = ['vis-timeline', 'timelines-chart', 'react-d3'];

/** The pages that Entente is measured beside, built as it is: for production, minified. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    target: 'es2023',
    outDir: path.resolve(import.meta.dirname, '../../../.cache/bench/peers'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: PAGES.map((page) => path.join(import.meta.dirname, `${page}.html`)),
    },
  },
});
