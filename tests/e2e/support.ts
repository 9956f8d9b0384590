import { test as base, expect, type Locator, type Page } from '@playwright/test';

interface Strictness {
  /** Console errors and foreign requests that a test brings about on purpose. */
  readonly allowedFaults: { readonly patterns: readonly RegExp[] };
}

/**
 * A page that fails its test on an error in the console (a breach of the content security policy is one), an uncaught
 * exception, or a request to another origin.
 */
export const test = base.extend<Strictness>({
  allowedFaults: [{ patterns: [] }, { option: true }],
  page: async ({ page, baseURL, allowedFaults }, use) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && !url.startsWith(baseURL ?? ''))
        faults.push(`request: ${url}`);
    });
    await use(page);
    const unexpected = faults.filter(
      (fault) => !allowedFaults.patterns.some((allowed) => allowed.test(fault)),
    );
    expect(unexpected).toEqual([]);
  },
});

export { expect };

/** Waits for a complete picture at rest. Two frames go by first, so that a change just made has been seen. */
export async function ready(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
  // Seen in the frame in which it comes; an assertion would look again after 100, 250, 500 ms.
  await page
    .locator('html[data-ready="true"]:not([data-busy="true"])')
    .waitFor({ state: 'attached', timeout: 8_000 });
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

export async function shownIds(page: Page): Promise<string[]> {
  return eventButtons(page).evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute('data-event') ?? ''),
  );
}

/** "57 events, 43 named" as numbers. */
export async function readCounts(page: Page): Promise<{ events: number; named: number }> {
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

/** The largest canvas of the timeline: the picture itself. */
export async function pictureBox(
  page: Page,
): Promise<{ x: number; y: number; width: number; height: number }> {
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
