import { eventButtons, expect, filters, open, param, ready, shownIds, test } from './support';

const AS_OF = '?from=2000-01-01&to=2023-12-31&asof=2023-06-12';

test('how often leaders met is told, drawn on the timeline, shared, and taken off again', async ({
  page,
}) => {
  await open(page, AS_OF);
  await filters(page).getByRole('button', { name: 'How often?' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cadence' });
  await dialog.getByRole('button', { name: /^Summits \d+$/ }).click();
  await expect(dialog.getByText(/^Summits: \d+ since 1957, .* on average/)).toContainText(
    'longest gap 8.9 years (May 2003 – Apr 2012); 22 days since the last',
  );
  await dialog.getByRole('button', { name: 'Show on the timeline' }).click();
  await expect(dialog).toHaveCount(0);
  await ready(page);
  await expect.poll(() => param(page, 'cadence')).toBe('1');
  await expect.poll(() => param(page, 'kinds')).toBe('summit');
  const { length: count } = await shownIds(page);
  await page.reload();
  await ready(page);
  await expect(eventButtons(page)).toHaveCount(count);
  await expect.poll(() => param(page, 'cadence')).toBe('1');
  await filters(page).getByRole('button', { name: 'Hide from the timeline' }).click();
  await ready(page);
  await expect.poll(() => param(page, 'cadence')).toBeNull();
  await page.goBack();
  await ready(page);
  await expect.poll(() => param(page, 'cadence')).toBe('1');
});

test('an event is opened from a gap, by keys', async ({ page }) => {
  await open(page, `${AS_OF}&kinds=summit`);
  await filters(page).getByRole('button', { name: 'How often?' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cadence' });
  await dialog
    .getByRole('button', { name: "Koizumi hosted at Bush's Texas ranch" })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Event' })).toContainText('Koizumi');
  await expect(dialog).toHaveCount(0);
});

test('the panel fills a phone and nothing of it lies beside the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `${AS_OF}&lang=ja`);
  await page
    .getByRole('button', { name: /^絞り込み/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'どのくらいの頻度？' }).click();
  const dialog = page.getByRole('dialog', { name: '頻度と間隔' });
  await dialog.getByRole('button', { name: /^首脳会談/ }).click();
  await expect(dialog.getByText(/^首脳会談：1957年以来/)).toBeVisible();
  await expect.poll(() => dialog.locator('..').boundingBox()).toMatchObject({ x: 0, width: 390 });
  const wide = await dialog
    .locator('table')
    .evaluate((table) => table.getBoundingClientRect().right);
  expect(wide).toBeLessThanOrEqual(390);
});
