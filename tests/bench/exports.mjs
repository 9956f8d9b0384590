// Files of the bundled record against their budgets: from the press of Download to the file, and how long the page is held.
import { AT_REST, openPage, VIEWPORT } from './pages.mjs';
import { median } from './statistics.mjs';

const YEAR = '?from=2023-01-01&to=2023-12-31&asof=2023-06-12';
/** By the names of their radios. */
const FORMATS = [
  { name: 'PNG', what: 'PNG 1920 × 1080 × 2', budgetMs: 1500 },
  { name: 'SVG', what: 'SVG', budgetMs: 500 },
  { name: 'PDF', what: 'PDF', budgetMs: 3000 },
  { name: 'PowerPoint', what: 'PowerPoint', budgetMs: 3000 },
];
const TASKS = ['toplevel'];
const US_PER_MS = 1000;

const rest = (page) => page.waitForSelector(AT_REST, { state: 'attached', timeout: 120_000 });

async function openDialog(browser, url, { format, isWhole }) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await openPage(context, `${url}${YEAR}`);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.waitFor();
  await dialog.getByRole('radio', { name: format, exact: true }).check();
  if (isWhole) {
    await dialog.getByLabel('Size', { exact: true }).selectOption('a4');
    await dialog.getByRole('radio', { name: 'Whole record' }).check();
  }
  await rest(page);
  return { context, page, dialog };
}

async function save({ page, dialog }) {
  const download = page.waitForEvent('download', { timeout: 120_000 });
  const started = performance.now();
  await dialog.getByRole('button', { name: 'Download' }).click();
  await download;
  return performance.now() - started;
}

/** The first file of a page, and the next of the same. */
async function measureFormat(browser, url, asked) {
  const open = await openDialog(browser, url, asked);
  const firstMs = await save(open);
  const nextMs = await save(open);
  await open.context.close();
  return { firstMs, nextMs };
}

/** The longest task of the page's main thread while the pages are laid out and written: by the clock, and of the processor. */
async function measureTasks(browser, url) {
  const { context, page, dialog } = await openDialog(browser, url, { format: 'PDF' });
  await dialog.getByLabel('Size', { exact: true }).selectOption('a4');
  await rest(page);
  await browser.startTracing(page, { categories: TASKS });
  await dialog.getByRole('radio', { name: 'Whole record' }).check();
  await rest(page);
  await save({ page, dialog });
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8'));
  await context.close();
  const isMain = mainThreadIn(traceEvents);
  const tasks = traceEvents.filter(
    (event) => event.ph === 'X' && event.name.endsWith('RunTask') && isMain(event),
  );
  const longest = (key) => Math.max(0, ...tasks.map((task) => (task[key] ?? 0) / US_PER_MS));
  return { wallMs: longest('dur'), ownMs: longest('tdur') };
}

function mainThreadIn(events) {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  return ({ pid, tid }) => threads.has(`${pid}/${tid}`);
}

/** @returns {Promise<{ what: string, ms: number, budgetMs?: number }[]>} medians of that many runs */
export async function measureExports(browser, url, runs) {
  const repeat = async (measure) => {
    const values = [];
    for (let run = 0; run < runs; run++) values.push(await measure());
    return values;
  };
  const rows = [];
  for (const { name, what, budgetMs } of FORMATS) {
    const times = await repeat(() => measureFormat(browser, url, { format: name }));
    rows.push(
      { what: `a year, ${what}`, ms: median(times.map(({ firstMs }) => firstMs)), budgetMs },
      { what: `a year, ${what}, once more`, ms: median(times.map(({ nextMs }) => nextMs)) },
    );
  }
  const whole = await repeat(() => measureFormat(browser, url, { format: 'PDF', isWhole: true }));
  const tasks = await repeat(() => measureTasks(browser, url));
  return [
    ...rows,
    {
      what: 'the whole record, A4 pages, PDF',
      ms: median(whole.map(({ firstMs }) => firstMs)),
      budgetMs: 10_000,
    },
    {
      what: 'longest task of the page meanwhile, of the processor',
      ms: median(tasks.map(({ ownMs }) => ownMs)),
      budgetMs: 100,
    },
    {
      what: 'longest task of the page meanwhile, by the clock',
      ms: median(tasks.map(({ wallMs }) => wallMs)),
    },
  ];
}
