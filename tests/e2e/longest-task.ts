import { expect, type Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Of the thread itself, in µs: time for which other programs had the processor does not count. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** More than that and a reader feels that the page is held up, on a machine as fast as most. */
const MOST_MS = 100;

/** Fails where the page is held up while something is done. A slower machine may take so much longer for each task. */
export async function expectFree(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await slownessOf(page);
  const longestMs = await longestTask(page, act);
  const slowness = Math.max(1, before, await slownessOf(page));
  expect(longestMs / slowness).toBeLessThan(MOST_MS);
}

/** Of a sum that most machines work out in this time. */
const USUAL_SUM_MS = 50;

/** How many times longer than usual the page takes for the same work. */
async function slownessOf(page: Page): Promise<number> {
  const takenMs = await page.evaluate(() => {
    const times = [1, 2, 3].map(() => {
      const begunMs = performance.now();
      let sum = 0;
      for (let i = 0; i < 40_000_000; i++) sum = (Math.imul(sum, 31) + i) | 0;
      // Its result is asked for, so that it has to be worked out.
      return sum === 0 ? 0 : performance.now() - begunMs;
    });
    return Math.min(...times);
  });
  return takenMs / USUAL_SUM_MS;
}

/** The longest task of the page's own thread while something is done, in ms of its work. */
async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser');
  await browser.startTracing(page, { categories: ['toplevel'] });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const { traceEvents: events } = trace;
  const threads = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' &&
      name.endsWith('RunTask') &&
      threads.some((thread) => thread.pid === pid && thread.tid === tid),
  );
  expect(tasks.length).toBeGreaterThan(10);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}
