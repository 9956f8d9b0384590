import type { Browser, CDPSession, Page } from '@playwright/test';
import { delayFiles, slowDown } from './hindrance';

// A page in a process of its own costs a second of computing before it shows anything. One that is led from test to test
// is there in half of that. What a test can leave behind in it is taken away after each; a test that fails takes its
// worker along, and with it all kept pages.

interface Kept {
  readonly page: Page;
  readonly session: CDPSession;
}

/** What a test asks of its page. */
export interface KeptBy {
  /** Of the options that a page has for life: tests with the same ones have the same page. */
  readonly key: string;
  readonly viewport: { readonly width: number; readonly height: number } | null | undefined;
  readonly permissions: readonly string[] | undefined;
}

const kept = new Map<string, Kept>();

/** A small file that is sent with the app's own headers: from another page the app would go to another process. */
const BLANK = '/favicon.svg';

/** A blank page that knows nothing of the test before. */
export async function takePage(browser: Browser, origin: string, by: KeptBy): Promise<Page> {
  const { page } = kept.get(by.key) ?? (await openPage(browser, origin, by.key));
  if (by.viewport) await page.setViewportSize(by.viewport);
  if (by.permissions?.length) await page.context().grantPermissions([...by.permissions]);
  return page;
}

async function openPage(browser: Browser, origin: string, key: string): Promise<Kept> {
  // With the options of the test that asks.
  const context = await browser.newContext();
  await delayFiles(context);
  const page = await context.newPage();
  await slowDown(page);
  await page.goto(`${origin}${BLANK}`);
  const opened = { page, session: await context.newCDPSession(page) };
  kept.set(key, opened);
  return opened;
}

/** Closes what the test opened and takes away what it stored, routed, was let do, pointed at and went through. */
export async function giveBack(origin: string, { key }: KeptBy): Promise<void> {
  const found = kept.get(key);
  if (!found) return;
  const { page, session } = found;
  const others = page.context().pages();
  await Promise.all(others.filter((other) => other !== page).map((other) => other.close()));
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().clearPermissions();
  await page.emulateMedia({ media: null });
  await page.mouse.move(-1, -1);
  await page.goto(`${origin}${BLANK}`);
  await page.evaluate(() => {
    sessionStorage.clear();
  });
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.send('Page.resetNavigationHistory');
}
