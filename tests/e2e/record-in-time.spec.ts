import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { eventButton, expect, open, param, ready, test, timeline } from './support';

const SUMMIT = 'camp-david-trilateral-summit';
const NARROW = { width: 390, height: 844 };

const changes = (page: Page) => page.getByRole('region', { name: 'What changed' });
const ledgerButton = (page: Page) => page.getByRole('button', { name: 'Forecasts and outcomes' });

test('a step of the as-of day tells what it brought, and points it out', async ({ page }) => {
  await open(page, '?from=2023-03-01&to=2023-12-31&asof=2023-08-17');
  // It is pointed out for a moment only, which is waited for from before it begins.
  const pointedOut = timeline(page)
    .locator(`button[data-event="${SUMMIT}"][data-highlighted="true"]`)
    .waitFor({ state: 'attached' });
  await page.keyboard.press(']');
  await pointedOut;
  await expect(changes(page)).toContainText('18 August 2023');
  await expect(changes(page)).toContainText(
    /Camp David summit came about as said \(scheduled, 18 August 2023\)/,
  );
  await expect(page.getByRole('status').filter({ hasText: /^18 August 2023: / })).toHaveCount(1);
  await expect.poll(() => param(page, 'asof')).toBe('2023-08-18');
  await expectNoViolations(page);
  await changes(page)
    .getByRole('button', { name: /^and \d+ more$/ })
    .click();
  await expect(changes(page).getByRole('listitem')).toHaveCount(4);
  await changes(page)
    .getByRole('button', { name: /Camp David summit/ })
    .click();
  await expect.poll(() => param(page, 'event')).toBe(SUMMIT);
  await page.keyboard.press('Escape');
  await expect(changes(page)).toHaveCount(0);
});

test('the as-of line is dragged by its pill, tells what that brought where it rests, and can be taken up again', async ({
  page,
}) => {
  await open(page, '?from=2023-01-01&to=2023-12-31&asof=2023-06-12');
  const steps = await page.evaluate(() => history.length);
  const box = await timeline(page).locator('canvas').first().boundingBox();
  if (!box) throw new Error('The timeline has no canvas');
  const xOf = (iso: string) =>
    box.x + (box.width * (Date.parse(iso) - Date.parse('2022-12-31'))) / (365 * 86_400_000);
  const drag = async (from: string, to: string) => {
    await page.mouse.move(xOf(from), box.y + 12);
    await page.mouse.down();
    await page.mouse.move(xOf(to), box.y + 12, { steps: 8 });
    await page.mouse.up();
    await ready(page);
  };
  await drag('2023-06-12', '2023-08-20');
  await expect.poll(() => param(page, 'asof')).toBe('2023-08-20');
  await expect(changes(page)).toContainText('20 August 2023');
  await expect(page.getByRole('button', { name: /20 August 2023/ })).toBeVisible();
  await expect(eventButton(page, SUMMIT)).toHaveAttribute('data-status', 'happened');
  expect(await page.evaluate(() => history.length)).toBe(steps + 1);
  // The strip that tells it leaves the pill free.
  await drag('2023-08-20', '2023-06-12');
  await expect.poll(() => param(page, 'asof')).toBe('2023-06-12');
  await expect(eventButton(page, SUMMIT)).not.toHaveAttribute('data-status', 'happened');
});

test('a forecast gives its outcome away only when asked, and the address remembers that', async ({
  page,
}) => {
  await open(page, `?from=2023-03-01&to=2023-12-31&asof=2023-06-12&event=${SUMMIT}`);
  const panel = page.getByRole('complementary', { name: 'Event' });
  await expect(panel.getByText('Still open.')).toBeVisible();
  await expect(panel.getByText(/18 August 2023/)).toHaveCount(0);
  await panel.getByText('Show what came later').click();
  const sentence = panel.getByText(/^Came about 18 days later than said/);
  await expect(sentence).toBeVisible();
  await expect.poll(() => param(page, 'later')).toBe('1');
  await expectNoViolations(page);
  await page.goBack();
  await expect(sentence).toHaveCount(0);
  await page.goForward();
  await expect(sentence).toBeVisible();
});

test('the ledger counts forecasts as of the day, sorts them, leads to one, and is saved', async ({
  page,
}) => {
  await open(page, '?from=2022-12-01&to=2023-12-31&asof=2023-06-12');
  await ledgerButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'Forecasts and outcomes' });
  const total = dialog.getByText(/^\d+ statements$/);
  await ready(page);
  const whole = Number.parseInt(await total.innerText(), 10);
  expect(whole).toBeGreaterThan(50);
  await expect(dialog.getByRole('row')).toHaveCount(whole + 1);
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Days' }).click();
  await expect(dialog.getByRole('columnheader', { name: 'Days' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(dialog.getByRole('row').nth(1)).toContainText('Held earlier');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('japan-us-ledger-2023-06-12.csv');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain(
    `${SUMMIT},Possible three-way summit in Washington or at Vilnius,Possible`,
  );
  expect(text).not.toContain('2023-08-18');
  await dialog.getByRole('radio', { name: 'Filtered and in view' }).check();
  const inView = async () => Number.parseInt(await total.innerText(), 10);
  await expect.poll(inView).toBeLessThan(whole);
  await dialog.getByRole('button', { name: /^Possible three-way summit/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => param(page, 'event')).toBe(SUMMIT);
});

test('what is new is told between two days, and since the last visit', async ({ page }) => {
  const earlierVisit = await page.addInitScript(() => {
    const seen = { day: '2025-12-31', recordedThrough: '2025-12-31', fingerprint: 'another' };
    if (localStorage.getItem('entente.visits') === null) {
      localStorage.setItem('entente.visits', JSON.stringify({ 'japan-us': { current: seen } }));
    }
  });
  await open(page, '?from=2025-01-01&to=2026-06-30&asof=2026-02-20');
  await page.getByRole('button', { name: /Choose another day/ }).click();
  await page.getByRole('button', { name: 'What is new…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What is new' });
  await expect(dialog).toContainText(
    'Since the record as you last saw it, through 31 December 2025',
  );
  await expect(dialog.getByRole('region', { name: /^Fulfilled/ })).toContainText(
    'US Supreme Court strikes down emergency tariffs',
  );
  await ready(page);
  await expectNoViolations(page);
  await dialog.getByRole('radio', { name: 'Between two days' }).check();
  await expect(dialog.getByText(/^\d+ changes$/)).toBeVisible();
  await dialog
    .getByRole('button', { name: /US Supreme Court strikes down emergency tariffs/ })
    .click();
  await expect.poll(() => param(page, 'event')).toBe('ieepa-ruling-2026');
  await earlierVisit.dispose();
});

test.describe('on a phone, in Japanese and dark', () => {
  test.use({ viewport: NARROW, hasTouch: true, isMobile: true });

  test('the ledger and the step can be had by touch', async ({ page }) => {
    await open(page, '?lang=ja&theme=dark&from=2023-03-01&to=2023-12-31&asof=2023-08-17');
    await page.getByRole('button', { name: '記録が変わった次の日の時点' }).tap();
    const strip = page.getByRole('region', { name: '変わったこと' });
    await expect(strip).toContainText('2023年8月18日');
    await expect(strip).toBeInViewport({ ratio: 1 });
    await expectNoViolations(page);
    await strip.getByRole('button', { name: '閉じる' }).tap();
    await page.getByRole('button', { name: /別の日を選ぶ/ }).tap();
    await page.getByRole('button', { name: '見通しと結果の一覧…' }).tap();
    const dialog = page.getByRole('dialog', { name: '見通しと結果の一覧' });
    await expect(dialog.getByText(/^見通し\d+件$/)).toBeVisible();
    await ready(page);
    await expectNoViolations(page);
    // The sheet about it; the cross of the dialog stands out of the dialog itself.
    const [scrollWidth, clientWidth] = await dialog.evaluate(({ parentElement: sheet }) => [
      sheet?.scrollWidth,
      sheet?.clientWidth,
    ]);
    expect(scrollWidth).toBe(clientWidth);
  });
});
