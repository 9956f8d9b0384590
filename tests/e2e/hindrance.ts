import type { BrowserContext, Page } from '@playwright/test';

// Other machines, to find tests that pass by luck alone: `E2E_SLOW=6 npm run e2e` has a processor six times slower,
// `E2E_LATE=900 npm run e2e` has each file come up to 900 ms late. Which file is how late changes with `E2E_SEED`.

const SLOWDOWN = Number(process.env['E2E_SLOW'] ?? 1);
const MOST_LATE_MS = Number(process.env['E2E_LATE'] ?? 0);

/** So many times longer a test may take. */
export const PATIENCE = SLOWDOWN * (MOST_LATE_MS > 0 ? 3 : 1);
const SEED = process.env['E2E_SEED'] ?? '1';

/** Chunks, fonts, workers and bundled data, but not the first file of the page: nothing stands without it. */
const LATE_FILE = /\/assets\/(?!index-).*$/;

/** Makes everything that the pages of a context load come late. */
export async function delayFiles(context: BrowserContext): Promise<void> {
  if (MOST_LATE_MS === 0) return;
  await context.route(LATE_FILE, async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, latenessOf(route.request().url()));
    });
    await route.continue().catch(() => undefined);
  });
}

export async function slowDown(page: Page): Promise<void> {
  if (SLOWDOWN === 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}

/** The same for a file in all of a run, so that what fails can be tried again. */
function latenessOf(url: string): number {
  let hash = 0;
  for (const letter of `${SEED}${url}`) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return (Math.imul(hash, 2_654_435_761) >>> 8) % MOST_LATE_MS;
}
