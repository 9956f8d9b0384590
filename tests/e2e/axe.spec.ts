import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, exportButton, open, ready, test } from './support';

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes
      .slice(0, 4)
      .map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
  expect(found).toEqual([]);
}

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

// Each theme, language and size, not each with each: what axe looks at does not depend on two of them at once.
for (const [theme, lang, size] of [
  ['light', 'en', WIDE],
  ['dark', 'ja', WIDE],
  ['light', 'ja', NARROW],
  ['dark', 'en', NARROW],
] as const) {
  test(`the timeline has no fault that axe finds: ${theme}, ${lang}, ${size.width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await open(page, `?theme=${theme}&lang=${lang}`);
    await expectNoViolations(page);
  });
}

for (const theme of ['light', 'dark']) {
  test(`an open event has no fault that axe finds: ${theme}`, async ({ page }) => {
    await open(page, `?theme=${theme}&event=nato-vilnius-summit-2023`);
    await expectNoViolations(page);
  });

  test(`the export dialog has no fault that axe finds: ${theme}`, async ({ page }) => {
    await open(page, `?theme=${theme}`);
    await exportButton(page).click();
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    await ready(page);
    await expectNoViolations(page);
  });
}

test('the filters sheet on a phone has no fault that axe finds', async ({ page }) => {
  await page.setViewportSize(NARROW);
  await open(page);
  await page
    .getByRole('button', { name: /^Filters/ })
    .first()
    .click();
  await expect(page.getByRole('checkbox', { name: /^Security/ })).toBeAttached();
  await ready(page);
  await expectNoViolations(page);
});

const MIDDLE = { width: 1000, height: 800 };

test('the filters sheet beside a folded rail has no fault that axe finds', async ({ page }) => {
  await page.setViewportSize(MIDDLE);
  await open(page, '?theme=dark');
  await page.getByRole('button', { name: 'Unfold filters' }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  await expectNoViolations(page);
});

for (const [what, lang, name] of [
  ['the calendar', 'en', /Choose another day/],
  ['the preferences', 'ja', /^設定|^表示設定/],
  ['the dataset menu', 'en', /^Dataset/],
  ['the list of actors', 'en', /^\d+ more$/],
] as const) {
  test(`${what} has no fault that axe finds`, async ({ page }) => {
    await open(page, `?lang=${lang}`);
    await page.getByRole('button', { name }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await ready(page);
    await expectNoViolations(page);
  });
}

test('the table of keys has no fault that axe finds', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectNoViolations(page);
});

test('notices and a filter that nothing matches have no fault that axe finds', async ({ page }) => {
  await open(page, '?unknown=1&from=1999-99-99&q=zzzzqq&theme=dark');
  await expect(page.getByText(/^No events match/)).toBeVisible();
  await expectNoViolations(page);
});

test('an open event on a phone has no fault that axe finds', async ({ page }) => {
  await page.setViewportSize(NARROW);
  await open(page, '?event=g7-hiroshima-summit');
  await expectNoViolations(page);
});
