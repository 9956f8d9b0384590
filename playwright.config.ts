import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunchOptions } from './scripts/chromium.mjs';
import { PATIENCE } from './tests/e2e/hindrance';

// Not the port of `npm start`, so that both can run.
const port = Number(process.env['E2E_PORT'] ?? 4273);
const baseURL = `http://127.0.0.1:${port}/`;

/** Tests the built app (`npm run build` first) as it is served to people. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000 * PATIENCE,
  expect: { timeout: 15_000 * PATIENCE },
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['E2E_REPORT'] ?? '.cache/reports/e2e.json' }],
  ],
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
    // A trace of every test takes as long again as the tests: `TRACE=1 npm run e2e` to see one that failed.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: chromiumLaunchOptions(),
  },
  projects: [
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: baseURL,
    reuseExistingServer: false,
  },
});
