// A file handed to a page that is already open, as one drops it: how long until its picture stands.
import { AT_REST, markTime, openPage } from './pages.mjs';

/** What a page does ahead once it rests is over then. */
const IDLE_MS = 1500;

const stands = () => performance.getEntriesByName('bench:handed-picture').length > 0;

/**
 * @param {import('playwright').BrowserContext} context
 * @param {{ base: string, tool: import('./tools.mjs').Tool, file: string }} target base is the server's address, `file` the
 *   name of an input under .cache/bench
 * @param {{ timeoutMs: number, check: (page: import('playwright').Page) => Promise<void> }} options check is asked once the
 *   picture stands
 * @returns {Promise<number>} in ms
 */
export async function measureHandOver(context, { base, tool, file }, { timeoutMs, check }) {
  const page = await openPage(context, base + tool.emptyAddress);
  await page.waitForTimeout(IDLE_MS);
  // Its bytes are at hand before it is handed over.
  const handed = await page.evaluateHandle(async (name) => {
    const response = await fetch(`/bench/${name}`);
    return new File([await response.arrayBuffer()], name);
  }, file);
  await tool.hand(page, handed);
  await page.waitForFunction(stands, undefined, { timeout: timeoutMs });
  await page.waitForSelector(AT_REST, { state: 'attached', timeout: timeoutMs });
  await check(page);
  const ms =
    (await markTime(page, 'bench:handed-picture')) - (await markTime(page, 'bench:handed'));
  await page.close();
  return ms;
}
