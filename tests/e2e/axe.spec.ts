import { expectNoViolations } from './axe';
import { expect, exportButton, open, ready, test } from './support';

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

test('a low bar that the Tab key meets is target enough', async ({ page }) => {
  await open(page, '?view=trade-wars');
  await expectNoViolations(page, '[data-testid="timeline-canvas"]');
});

for (const theme of ['light', 'dark']) {
  test(`neither an open event nor the export dialog has a fault that axe finds: ${theme}`, async ({
    page,
  }) => {
    await open(page, `?theme=${theme}&event=nato-vilnius-summit-2023`);
    await expect(page.getByRole('complementary', { name: 'Event' })).toBeVisible();
    await ready(page);
    await test.step('an open event', () => expectNoViolations(page));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('complementary', { name: 'Event' })).toHaveCount(0);
    await test.step('the export dialog', async () => {
      await exportButton(page).click();
      await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
      await ready(page);
      await expectNoViolations(page);
    });
  });
}

test('neither an open event nor the filters sheet on a phone has a fault that axe finds', async ({
  page,
}) => {
  await page.setViewportSize(NARROW);
  await open(page, '?event=g7-hiroshima-summit');
  await expect(page.getByRole('complementary', { name: 'Event' })).toBeVisible();
  await ready(page);
  await test.step('an open event', () => expectNoViolations(page));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Event' })).toHaveCount(0);
  await test.step('the filters sheet', async () => {
    await page
      .getByRole('button', { name: /^Filters/ })
      .first()
      .click();
    await expect(page.getByRole('checkbox', { name: /^Security/ })).toBeAttached();
    await ready(page);
    await expectNoViolations(page);
  });
});

const MIDDLE = { width: 1000, height: 800 };

test('the filters sheet beside a folded rail has no fault that axe finds', async ({ page }) => {
  await page.setViewportSize(MIDDLE);
  await open(page, '?theme=dark');
  await page.getByRole('button', { name: 'Unfold filters' }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  await expectNoViolations(page);
});

for (const [lang, popovers] of [
  [
    'en',
    [
      ['the calendar', /Choose another day/],
      ['the dataset menu', /^Dataset/],
      ['the list of actors', /^\d+ more$/],
    ],
  ],
  ['ja', [['the preferences', /^設定|^表示設定/]]],
] as const) {
  const names = popovers.map(([what]) => what).join(', ');
  test(`what opens over the page has no fault that axe finds: ${names}`, async ({ page }) => {
    await open(page, `?lang=${lang}`);
    for (const [what, name] of popovers) {
      await test.step(what, async () => {
        await page.getByRole('button', { name }).first().click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await ready(page);
        await expectNoViolations(page);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      });
    }
  });
}

test('the table of keys has no fault that axe finds', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectNoViolations(page);
});

for (const [theme, lang, size] of [
  ['light', 'en', WIDE],
  ['dark', 'ja', NARROW],
] as const) {
  test(`the cadence has no fault that axe finds: ${theme}, ${lang}, ${size.width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await open(page, `?theme=${theme}&lang=${lang}&kinds=summit&cadence=1`);
    if (size === NARROW) {
      await page
        .getByRole('button', { name: /^絞り込み(、|$)/ })
        .first()
        .click();
    }
    await page.getByRole('button', { name: /^(How often\?|どのくらいの頻度？)$/ }).click();
    await expect(page.getByRole('dialog', { name: /^(Cadence|頻度と間隔)$/ })).toBeVisible();
    await ready(page);
    await expectNoViolations(page);
  });
}

test('notices and a filter that nothing matches have no fault that axe finds', async ({ page }) => {
  await open(page, '?unknown=1&from=1999-99-99&q=zzzzqq&theme=dark');
  await expect(page.getByText(/^No events match/)).toBeVisible();
  await expectNoViolations(page);
});
