import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import {
  eventButton,
  expect,
  exportButton,
  open,
  param,
  pictureBox,
  ready,
  settleAddress,
  shownIds,
  spanOf,
  test,
} from './support';

// What leads to an event and what came of it, by mouse, keys and address.

const SUMMIT = 'camp-david-trilateral-summit';
const YEAR = '?from=2022-12-01&to=2023-12-31&asof=2024-06-01';
/** By the links of the record, in the order of time. */
const ROAD = ['phnom-penh-trilateral-statement', 'rdte-mou-and-supply-arrangement-2023'];

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Event' });
const heading = (page: Page): Locator => panel(page).getByRole('heading', { level: 2 });
const roadButton = (page: Page, way: 'The road to this event' | 'What came of it'): Locator =>
  panel(page).getByRole('button', { name: new RegExp(`^${way}`) });
const chip = (page: Page): Locator =>
  page.getByRole('button', { name: /^Remove filter: The road to/ });

test('the road to an event is a view of its own: seen whole, named, in the address, and lifted again', async ({
  page,
}) => {
  await open(page, `${YEAR}&event=${SUMMIT}`);
  const all = await shownIds(page);
  await settleAddress(page);
  const before = page.url();

  await test.step('a press shows its events and no others', async () => {
    await expect(roadButton(page, 'The road to this event')).toContainText('9 events');
    await roadButton(page, 'The road to this event').click();
    await ready(page);
    const ids = await shownIds(page);
    expect(ids).toHaveLength(10);
    expect(ids).toEqual(expect.arrayContaining([...ROAD, SUMMIT]));
    await expect.poll(() => param(page, 'road')).toBe(`before:${SUMMIT}`);
    await expect(roadButton(page, 'The road to this event')).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  await test.step('the chip names it, wholly within the page', async () => {
    await expect(chip(page)).toHaveAccessibleName(
      'Remove filter: The road to: Japan, the US and South Korea hold the Camp David summit',
    );
    await ready(page);
    const box = await chip(page).boundingBox();
    expect(box && box.height < 40 && box.x + box.width < 1440).toBe(true);
  });

  await test.step('it has no fault that axe finds', () => expectNoViolations(page));

  await test.step('Back gives the earlier view, and Forward the road', async () => {
    await page.goBack();
    await ready(page);
    await expect(page).toHaveURL(before);
    expect(await shownIds(page)).toEqual(all);
    await page.goForward();
    await ready(page);
    expect(await shownIds(page)).toHaveLength(10);
  });

  await test.step('the chip lifts it', async () => {
    await chip(page).click();
    await ready(page);
    await expect.poll(() => param(page, 'road')).toBeNull();
    await expect(chip(page)).toHaveCount(0);
  });
});

test('the address opens a road, as of its day, and says where it names no event', async ({
  page,
}) => {
  await open(page, `${YEAR}&road=after:${SUMMIT}`);
  const ids = await shownIds(page);
  expect(ids).toContain(SUMMIT);
  expect(ids.length).toBeGreaterThan(4);
  await open(page, `?from=2022-12-01&to=2023-12-31&asof=2023-08-20&road=after:${SUMMIT}`);
  const known = await shownIds(page);
  expect(known.length).toBeLessThan(ids.length);
  await open(page, `${YEAR}&road=after:nowhere`);
  await expect(page.getByText(/names “nowhere” for road/)).toBeVisible();
  await expect.poll(() => param(page, 'road')).toBeNull();
});

test('an export holds the road and nothing else, and says so', async ({ page }) => {
  await open(page, `?from=2022-10-01&to=2023-12-31&asof=2024-06-01&road=before:${SUMMIT}`);
  const listed = await shownIds(page);
  expect(listed).toHaveLength(10);
  await exportButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'SVG', exact: true }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  const svg = await readFile(await file.path(), 'utf8');
  const ids = Array.from(svg.matchAll(/data-event="([^"]+)"/g), ([, id = '']) => id);
  expect([...new Set(ids)].toSorted()).toEqual(listed.toSorted());
  expect(svg.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain('The road to: Japan');
});

test('keys walk along links, choose another of several, and say where to', async ({ page }) => {
  await open(page, `${YEAR}&event=${SUMMIT}`);
  await expect(heading(page)).toBeVisible();
  const said = panel(page)
    .getByRole('status')
    .filter({ hasText: /linked/i });
  await page.keyboard.press(',');
  await ready(page);
  await expect.poll(() => param(page, 'event')).not.toBe(SUMMIT);
  const nearest = param(page, 'event');
  await expect(said).toContainText(/Linked and earlier, 1 of \d/);
  await page.keyboard.press('Shift+Comma');
  await ready(page);
  await expect.poll(() => [nearest, SUMMIT].includes(param(page, 'event'))).toBe(false);
  await expect(said).toContainText(/Linked and earlier, 2 of \d/);
  await page.keyboard.press('.');
  await ready(page);
  await expect(said).toContainText('Linked and later, 1 of');
  await ready(page);
  await expect(eventButton(page, param(page, 'event') ?? '')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByText('Nearest earlier, later linked event that matches')).toBeVisible();
});

test('on a phone a road clears the way to the picture', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `${YEAR}&event=${SUMMIT}`);
  await roadButton(page, 'The road to this event').click();
  await ready(page);
  await expect(panel(page)).toHaveCount(0);
  expect(await shownIds(page)).toHaveLength(10);
  expect((await pictureBox(page)).width).toBe(390);
  await expect.poll(() => spanOf(page).end - spanOf(page).start).toBeLessThan(600);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectNoViolations(page);
});
