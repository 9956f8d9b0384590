import {
  type Browser,
  test as base,
  type ConsoleMessage,
  expect,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test';
import { delayFiles, PATIENCE, slowDown } from './hindrance';
import { giveBack, type KeptBy, takePage } from './kept-page';

interface Options {
  /** Console errors and foreign requests that a test brings about on purpose. */
  readonly allowedFaults: { readonly patterns: readonly RegExp[] };
  /** For what no later test may find in the page: scripts for every document, or times that are measured. */
  readonly ownPage: boolean;
  /** Which options part one kept page from another; a test that uses others needs a page of its own. */
  readonly keptBy: KeptBy;
}

/**
 * A page that fails its test on an error in the console (a breach of the content security policy is one), an uncaught
 * exception, or a request to another origin. Tests with the same options have the same page one after another.
 */
export const test = base.extend<Options>({
  allowedFaults: [{ patterns: [] }, { option: true }],
  ownPage: [false, { option: true }],
  page: async ({ browser, baseURL, allowedFaults, ownPage, keptBy }, use) => {
    const { origin } = new URL(baseURL ?? '');
    const page = ownPage ? await openOwnPage(browser) : await takePage(browser, origin, keptBy);
    const { faults, stop } = watchFaults(page, origin);
    await use(page);
    stop();
    const unexpected = faults.filter(
      (fault) => !allowedFaults.patterns.some((allowed) => allowed.test(fault)),
    );
    expect(unexpected).toEqual([]);
    if (ownPage) await page.close();
    else await giveBack(origin, keptBy);
  },
  context: ({ page }, use) => use(page.context()),
  keptBy: (
    { colorScheme, contextOptions, hasTouch, isMobile, locale, timezoneId, viewport, permissions },
    use,
  ) => {
    const options = [colorScheme, contextOptions, hasTouch, isMobile, locale, timezoneId];
    return use({ key: JSON.stringify(options), viewport, permissions });
  },
});

async function openOwnPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await delayFiles(page.context());
  await slowDown(page);
  return page;
}

function watchFaults(page: Page, origin: string): { faults: string[]; stop: () => void } {
  const faults: string[] = [];
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  };
  const onPageError = (error: Error) => {
    faults.push(`uncaught: ${error.message}`);
  };
  const onRequest = (request: Request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(`${origin}/`)) faults.push(`request: ${url}`);
  };
  page.on('console', onConsole).on('pageerror', onPageError).on('request', onRequest);
  const stop = () => {
    page.off('console', onConsole).off('pageerror', onPageError).off('request', onRequest);
  };
  return { faults, stop };
}

export { expect };

const REST_MS = 15_000 * PATIENCE;

/**
 * Waits for a page at rest: a complete picture stands, the rail counts what it shows, nothing that was asked for is on
 * its way. Two frames on end, so that a change just made has been seen.
 */
export async function ready(page: Page): Promise<void> {
  const unrest = await page.evaluate(
    (limitMs) =>
      new Promise<string | undefined>((resolve) => {
        const { dataset } = document.documentElement;
        const begun = performance.now();
        let quiet = 0;
        const look = () => {
          const isComing = dataset['busy'] === 'true' || document.fonts.status === 'loading';
          quiet = dataset['ready'] === 'true' && !isComing ? quiet + 1 : 0;
          if (quiet === 2) resolve(undefined);
          else if (performance.now() - begun < limitMs) lookLater();
          else resolve(`${JSON.stringify(dataset)}, fonts ${document.fonts.status}`);
        };
        // After what the frame has left to be done, as effects of what it shows.
        const lookLater = () => requestAnimationFrame(() => setTimeout(look));
        lookLater();
      }),
    REST_MS,
  );
  if (unrest !== undefined) throw new Error(`The page has not come to rest: ${unrest}`);
}

/** Makes the window of an open page so large, and waits until the page has followed. */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction(
    ({ width, height }) => innerWidth === width && innerHeight === height,
    size,
  );
  await ready(page);
}

/** Has the address written that the app still waits to write, as it is when the page is left. */
export async function settleAddress(page: Page): Promise<void> {
  await ready(page);
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
}

/** Opens the app at a search string such as `?q=missile`. */
export async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`./${search}`);
  await ready(page);
}

export function timeline(page: Page): Locator {
  return page.getByRole('region', { name: 'Timeline' });
}

/** By its whole name: events about export controls are buttons too. */
export function exportButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Export', exact: true });
}

export function filters(page: Page): Locator {
  return page.getByRole('region', { name: 'Filters' });
}

/** The buttons of the accessible list. */
export function eventButtons(page: Page): Locator {
  return timeline(page).locator('button[data-event]');
}

export function eventButton(page: Page, id: string): Locator {
  return timeline(page).locator(`button[data-event="${id}"]`);
}

/** Of the picture at rest. */
export async function shownIds(page: Page): Promise<string[]> {
  await ready(page);
  return eventButtons(page).evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute('data-event') ?? ''),
  );
}

/** "57 events, 43 named" of the picture at rest, as numbers. */
export async function readCounts(page: Page): Promise<{ events: number; named: number }> {
  await ready(page);
  const text = await statusLine(page).innerText();
  const found = /(\d+) events?, (\d+) named/.exec(text);
  return { events: Number(found?.[1] ?? -1), named: Number(found?.[2] ?? -1) };
}

export function statusLine(page: Page): Locator {
  return page
    .getByText(/^\d+ events?, \d+ named/)
    .filter({ visible: true })
    .first();
}

/** A box on the page is clicked where people click it: on its label. */
export async function toggle(within: Locator, name: RegExp | string): Promise<void> {
  const box = within.page().getByRole('checkbox', { name });
  await within.locator('label').filter({ has: box }).first().click();
  await ready(within.page());
}

export function param(page: Page, name: string): string | null {
  return new URL(page.url()).searchParams.get(name);
}

const MS_PER_DAY = 86_400_000;

export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY;
}

/** The visible span as the URL tells it: [first day, day after the last). */
export function spanOf(page: Page): { start: number; end: number } {
  const from = param(page, 'from');
  const to = param(page, 'to');
  if (!from || !to) throw new Error(`No span in ${page.url()}`);
  return { start: dayNumber(from), end: dayNumber(to) + 1 };
}

/** Where the largest canvas of the timeline, the picture itself, has come to rest. */
export async function pictureBox(
  page: Page,
): Promise<{ x: number; y: number; width: number; height: number }> {
  await ready(page);
  const boxes = await timeline(page)
    .locator('canvas')
    .evaluateAll((all) =>
      all.map((canvas) => {
        const { x, y, width, height } = canvas.getBoundingClientRect();
        return { x, y, width, height };
      }),
    );
  const [largest] = boxes.toSorted((a, b) => b.width * b.height - a.width * a.height);
  if (!largest) throw new Error('The timeline holds no canvas');
  return largest;
}
