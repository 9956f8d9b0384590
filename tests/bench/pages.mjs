// How a page is opened and awaited: by the record's measures and by those at each size.

export const AT_REST = 'html[data-ready="true"]:not([data-busy="true"])';
export const VIEWPORT = { width: 1440, height: 900 };

/** Ran in the page before its own scripts: marks when the first complete picture stands. */
function markFirstPicture() {
  const look = () => {
    if (document.documentElement.dataset.ready !== 'true') return;
    observer.disconnect();
    // The peers set their own, which is earlier: they say that they are ready only when nothing follows.
    if (performance.getEntriesByName('bench:picture').length === 0)
      performance.mark('bench:picture');
  };
  const observer = new MutationObserver(look);
  const begin = () => {
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-ready'],
    });
    look();
  };
  if (document.documentElement) return begin();
  const awaiting = new MutationObserver(() => {
    awaiting.disconnect();
    begin();
  });
  awaiting.observe(document, { childList: true });
}

/**
 * Opens an address in a new page and waits until its picture rests.
 * @param {{ slowdown?: number, timeoutMs?: number, onPage?: (page: import('playwright').Page) => Promise<void> }} options
 *   onPage is awaited before the address is asked for
 */
export async function openPage(context, url, options = {}) {
  const { slowdown = 1, timeoutMs = 30_000, onPage } = options;
  const page = await context.newPage();
  await page.addInitScript(markFirstPicture);
  if (slowdown > 1) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  }
  await onPage?.(page);
  await page.goto(url, { timeout: timeoutMs });
  await page.waitForSelector(AT_REST, { state: 'attached', timeout: timeoutMs });
  return page;
}

/** When a mark was set, in ms since the navigation began; NaN where it was not. */
export async function markTime(page, name) {
  const ms = await page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime, name);
  return ms ?? NaN;
}
