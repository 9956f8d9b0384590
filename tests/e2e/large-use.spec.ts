import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { syntheticDataset } from '../../scripts/make-synthetic.mjs';
import { expectNoViolations } from './axe';
import {
  eventButton,
  eventButtons,
  expect,
  filters,
  open,
  param,
  pictureBox,
  ready,
  settleAddress,
  test,
  timeline,
  toggle,
} from './support';

// A large set as people use it. Its files come from the page's own origin, by a route.

const { head, events } = syntheticDataset({ events: 6000 });
const lines = (...values: readonly unknown[]) =>
  values.map((value) => JSON.stringify(value)).join('\n');
const SYNTHETIC = lines(head, ...events);
const ONE_DAY = lines(
  { ...head, id: 'one-day', recordedThrough: '2024-12-31', actors: [], sources: [] },
  ...Array.from({ length: 3000 }, (_, i) => ({
    id: `event-${i}`,
    title: `Event number ${i}`,
    date: '2024-05-19',
    domains: ['security'],
    kind: 'meeting',
    parties: ['JP', 'US'],
    known: i < 1000 ? '2024-05-01' : '2024-05-19',
  })),
);

async function openLarge(page: Page, body: string, search = ''): Promise<void> {
  await page.route(
    ({ pathname }) => pathname.endsWith('/large.ndjson'),
    (route) => route.fulfill({ body }),
  );
  await open(page, `?data=./large.ndjson${search}`);
}

const status = (page: Page): Locator => page.getByRole('status').filter({ hasText: /named/ });

/** Where the pointer meets a column, from the right. */
async function findColumn(page: Page): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await pictureBox(page);
  const host = page.getByTestId('timeline-canvas');
  for (const share of [0.93, 0.61, 0.29]) {
    for (let px = width - 10; px > 0; px -= 6) {
      await page.mouse.move(x + px, y + height * share);
      if ((await host.getAttribute('data-over')) === 'cluster')
        return { x: x + px, y: y + height * share };
    }
  }
  throw new Error('no column met');
}

test('the toolbar says what a column is, and clicks lead from columns to marks', async ({
  page,
}) => {
  await openLarge(page, SYNTHETIC);
  await expect(status(page)).toHaveText(/^6,000 events in columns by year, \d+ named/);
  const { x, y } = await findColumn(page);
  await expect(timeline(page).getByText(/^\d+ events$/)).toBeVisible();
  await page.mouse.click(x, y);
  await ready(page);
  await expect(status(page)).toHaveText(/^\d+ events, \d+ named/);
  await page.goBack();
  await expect(status(page)).toHaveText(/^6,000 events in columns by year/);
});

test('the worker reckons the tenor of what the filters leave', async ({ page }) => {
  await openLarge(page, SYNTHETIC, '&tenor=1');
  const reader = timeline(page).getByRole('slider', { name: 'Tenor, day by day' });
  await expect(reader).toHaveAttribute('aria-valuetext', /From [\d,]+ events, the strongest/);
  await ready(page);
  const before = await reader.getAttribute('aria-valuetext');
  await toggle(filters(page), /^Security/);
  await ready(page);
  await expect(reader).not.toHaveAttribute('aria-valuetext', before ?? '');
  await expect(reader).toHaveAttribute('aria-valuetext', /From [\d,]+ events, the strongest/);
});

test('the dataset is saved as lines, and lanes of capitals say that they are plain', async ({
  page,
}) => {
  await openLarge(page, SYNTHETIC, '&group=capital');
  await expect(status(page)).toContainText('a large set has its capitals in plain lanes');
  await page.getByRole('button', { name: /^Dataset: / }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save dataset file/ }).click();
  const saved = await readFile(await (await download).path(), 'utf8');
  expect((await download).suggestedFilename()).toBe('synthetic-6000-1.ndjson');
  expect(saved.trimEnd().split('\n')).toHaveLength(6001);
});

test('events of one day are listed, and one that is chosen has its name', async ({ page }) => {
  await openLarge(page, ONE_DAY, '&from=2024-01-01&to=2024-12-31&group=none');
  const { x, y } = await findColumn(page);
  await page.mouse.click(x, y);
  const list = page.getByRole('dialog', { name: 'Events that lie together here' });
  await expect(list.getByText('3,000 events')).toBeVisible();
  await list.getByRole('button', { name: /^Event number 0/ }).focus();
  await page.keyboard.press('End');
  await expect(list.locator('button:focus')).toHaveAttribute('data-place', '2999');
  await page.keyboard.press('Enter');
  await expect.poll(() => param(page, 'event')).not.toBeNull();
  await ready(page);
  const last = param(page, 'event') ?? '';
  await expect(eventButton(page, last)).toHaveAttribute('data-named', 'true');
  await page.keyboard.press('p');
  await ready(page);
  await expect.poll(() => param(page, 'event')).not.toBe(last);
  const before = param(page, 'event') ?? '';
  await expect(eventButton(page, before)).toHaveAttribute('data-named', 'true');
});

test('what n and p choose is in the list, wherever the focus was', async ({ page }) => {
  await openLarge(page, SYNTHETIC);
  await timeline(page).locator('button[data-event][tabindex="0"]').focus();
  await page.keyboard.press('End');
  await expect(timeline(page).locator('button[data-event]:focus')).toHaveAccessibleName(
    /6000 of 6000/,
  );
  await page.keyboard.press('Enter');
  await ready(page);
  await page.keyboard.press('p');
  await ready(page);
  const id = param(page, 'event') ?? '';
  await expect(eventButton(page, id)).toHaveAccessibleName(/5999 of 6000/);
  expect(await eventButtons(page).count()).toBeLessThanOrEqual(500);
});

test('counts of filters, picture and list agree, and where nothing matches it says so', async ({
  page,
}) => {
  await openLarge(page, SYNTHETIC);
  const row = filters(page)
    .locator('label')
    .filter({ hasText: /^Security/ });
  await row.click();
  await ready(page);
  await expect.poll(() => param(page, 'domains')).toBe('diplomacy,economy');
  const shown = /^[\d,]+/.exec(await status(page).innerText())?.[0];
  await expect(eventButtons(page).first()).toHaveAccessibleName(
    new RegExp(`1 of ${shown?.replace(',', '')}$`),
  );
  await page.getByRole('searchbox', { name: /^Search/ }).fill('zzzzqq');
  await expect(page.getByText(/^No events match/)).toBeVisible();
  await ready(page);
  await page.getByRole('button', { name: 'Drop “Search”' }).click();
  await ready(page);
  await expect(status(page)).toContainText(`${shown} events`);
});

test('an as-of day shows what was known then, and the address brings it all back', async ({
  page,
}) => {
  await openLarge(page, ONE_DAY, '&from=2024-05-01&to=2024-06-30&asof=2024-05-10&group=none');
  const told = /^1,000 events/;
  await expect(status(page)).toHaveText(told);
  await page.keyboard.press(']');
  await expect(status(page)).toHaveText(/^3,000 events/);
  await expect.poll(() => param(page, 'asof')).toBe('2024-05-19');
  await page.goBack();
  await expect(status(page)).toHaveText(told);
  await ready(page);
  await settleAddress(page);
  const { search } = new URL(page.url());
  const before = await status(page).innerText();
  await page.reload();
  await ready(page);
  await expect(status(page)).toHaveText(before);
  await expect.poll(() => new URL(page.url()).search).toBe(search);
});

test('going to another dataset and back leaves one worker at most', async ({ page }) => {
  await openLarge(page, SYNTHETIC);
  await expect.poll(() => page.workers().length).toBe(1);
  await page.getByRole('button', { name: /^Dataset/ }).click();
  await page.getByRole('button', { name: /Japan–US/ }).click();
  await expect.poll(() => page.workers().length).toBe(0);
  await page.goBack();
  await expect(status(page)).toHaveText(/^6,000 events/);
  await expect.poll(() => page.workers().length).toBe(1);
});

test('Back shows the view that was left, though the chosen event lies elsewhere', async ({
  page,
}) => {
  await open(page, '?from=1951-01-01&to=1951-12-31&event=g7-hiroshima-summit');
  await page.keyboard.press('Escape');
  await ready(page);
  await page.goBack();
  await ready(page);
  await expect.poll(() => param(page, 'event')).toBe('g7-hiroshima-summit');
  await expect.poll(() => param(page, 'from')).toBe('1951-01-01');
});

test('a large set has no fault that axe finds, in light and dark', async ({ page }) => {
  for (const theme of ['light', 'dark']) {
    // One page shows one after the other.
    // oxlint-disable-next-line no-await-in-loop
    await openLarge(page, SYNTHETIC, `&theme=${theme}`);
    // oxlint-disable-next-line no-await-in-loop
    await test.step(theme, () => expectNoViolations(page, 'main'));
  }
});
