import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expectNoViolations } from './axe';
import {
  expect,
  exportButton,
  filters,
  open,
  param,
  ready,
  spanOf,
  test,
  timeline,
} from './support';

interface RecordFile {
  readonly views: readonly { readonly id: string; readonly title: { readonly en: string } }[];
}

async function recordFile(): Promise<RecordFile> {
  return JSON.parse(await readFile('data/japan-us.json', 'utf8')) as RecordFile;
}

/** The strip in which a view is told. */
function strip(page: Page, title: string | RegExp = /, \d+ of \d+$/) {
  return page.getByRole('region', { name: title });
}

async function save(page: Page, title: string): Promise<void> {
  await filters(page).getByRole('button', { name: 'Save this view…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this view' });
  await dialog.getByLabel('Name').fill(title);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('the views are told by keys, from the first to the next and back, and Escape ends it', async ({
  page,
}) => {
  const { views } = await recordFile();
  await open(page);
  await page.keyboard.press('s');
  await expect(strip(page, `${views[0]?.title.en}, 1 of ${views.length}`)).toBeVisible();
  await ready(page);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(strip(page, `${views[2]?.title.en}, 3 of ${views.length}`)).toBeVisible();
  await ready(page);
  await expect.poll(() => param(page, 'view')).toBe('treaty-and-protest');
  await expect.poll(() => param(page, 'from')).toBe('1951-01-01');
  await expect.poll(() => param(page, 'to')).toBe('1960-12-31');

  await test.step('no mark lies under the strip', async () => {
    const told = await strip(page).boundingBox();
    const picture = await timeline(page).boundingBox();
    expect((told?.y ?? 0) + (told?.height ?? 0)).toBeLessThanOrEqual((picture?.y ?? 0) + 1);
  });
  await test.step('Back leads to the view before, as it was told', async () => {
    await page.goBack();
    await expect(strip(page, /, 2 of/)).toBeVisible();
    await ready(page);
    await expect.poll(() => param(page, 'from')).toBe('2022-12-01');
  });
  await page.keyboard.press('PageUp');
  await expect(strip(page, /, 1 of/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(strip(page)).toHaveCount(0);
  await ready(page);
  await expect.poll(() => param(page, 'view')).toBeNull();
});

test('an address opens the story at its view, and an unknown one brings a notice', async ({
  page,
}) => {
  await open(page, '?view=trade-wars');
  await expect(strip(page, /^Trade wars.*, 5 of/)).toBeVisible();
  await expect.poll(() => param(page, 'from')).toBe('1981-01-01');
  await expect.poll(() => param(page, 'domains')).toBe('economy');

  await open(page, '?view=nobodys');
  await expect(
    page.getByText(/names “nobodys” for view, which this dataset does not have/),
  ).toBeVisible();
  await expect(strip(page)).toHaveCount(0);
  await expect.poll(() => param(page, 'view')).toBeNull();
});

test('what the reader does on the way stays in the address, and one press leads back', async ({
  page,
}) => {
  await open(page, '?view=trade-wars');
  await page.keyboard.press('+');
  await ready(page);
  await expect.poll(() => spanOf(page).end - spanOf(page).start).toBeLessThan(15 * 365);
  await expect.poll(() => param(page, 'view')).toBe('trade-wars');
  await strip(page).getByRole('button', { name: 'Return to this view' }).click();
  await ready(page);
  await expect.poll(() => param(page, 'from')).toBe('1981-01-01');
  await expect(strip(page).getByRole('button', { name: 'Return to this view' })).toHaveCount(0);
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('the timeline travels, and quick steps leave every view whole behind them', async ({
    page,
  }) => {
    await open(page);
    await page.keyboard.press('s');
    await expect(strip(page, /, 1 of/)).toBeVisible();
    await ready(page);
    for (let i = 0; i < 3; i++) await page.keyboard.press('PageDown');
    await expect(strip(page, /, 4 of/)).toBeVisible();
    await ready(page);
    await expect.poll(() => param(page, 'from')).toBe('1967-01-01');
    await page.goBack();
    await ready(page);
    await expect(strip(page, /, 3 of/)).toBeVisible();
    await expect
      .poll(() => [param(page, 'from'), param(page, 'to')])
      .toEqual(['1951-01-01', '1960-12-31']);
  });
});

test('own views are there again after a visit, and go into the dataset’s file', async ({
  page,
}) => {
  const { views } = await recordFile();
  await open(page, '?from=2023-05-01&to=2023-05-31&asof=2023-06-12&domains=security');
  await save(page, '<b>May</b>');
  await open(page, '?lang=en');
  await filters(page).getByRole('button', { name: '<b>May</b>' }).click();
  await expect(strip(page, `<b>May</b>, ${views.length + 1} of ${views.length + 1}`)).toBeVisible();
  await ready(page);
  await expect.poll(() => param(page, 'view')).toBe('b-may-b');
  await expect.poll(() => param(page, 'from')).toBe('2023-05-01');
  await expect.poll(() => param(page, 'domains')).toBe('security');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: /^Dataset/ }).click();
      await page.getByRole('button', { name: /^Save dataset file/ }).click();
    })(),
  ]);
  expect(file.suggestedFilename()).toBe('japan-us.json');
  const written = JSON.parse(await readFile(await file.path(), 'utf8')) as RecordFile;
  expect(written).toEqual({
    ...(await recordFile()),
    views: [
      ...views,
      {
        id: 'b-may-b',
        title: '<b>May</b>',
        from: '2023-05-01',
        to: '2023-05-31',
        asOf: '2023-06-12',
        domains: ['security'],
      },
    ],
  });

  await test.step('a deleted one comes back by Undo', async () => {
    await filters(page).getByRole('button', { name: 'Edit…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your views' });
    await dialog.getByRole('button', { name: /^Delete/ }).click();
    await expect(dialog.getByText('“<b>May</b>” deleted.')).toBeVisible();
    await expectNoViolations(page);
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await page.keyboard.press('Escape');
    await expect(filters(page).getByRole('button', { name: '<b>May</b>' })).toBeVisible();
  });
});

test('each view of the story is saved as a picture, all in one file', async ({ page }) => {
  const { views } = await recordFile();
  await open(page, '?view=chips');
  await exportButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: `Each view of the story (${views.length})` }).check();
  await ready(page);
  await expect(dialog.getByRole('img', { name: /^Preview: Chips, 2022–2027/ })).toBeVisible();
  await expectNoViolations(page);
  await dialog.getByRole('radio', { name: 'SVG' }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('entente-japan-us-story.zip');
  const files = unzipSync(await readFile(await file.path()));
  const names = Object.keys(files);
  for (const [i, { id }] of views.entries()) {
    const start = `entente-japan-us-${String(i + 1).padStart(2, '0')}-${id}`;
    expect(names.filter((name) => name.startsWith(start)).length).toBeGreaterThan(0);
  }
  const wars = names.filter((name) => name.includes('-05-'));
  const fifth = wars.map((name) => new TextDecoder().decode(files[name])).join('');
  expect(fifth).toContain('Trade wars, 1981–1995');
  expect(fifth).not.toContain('Kishida meets Biden');
});

for (const [search, size] of [
  ['?view=high-water-mark-2023', { width: 1440, height: 900 }],
  ['?view=high-water-mark-2023&lang=ja&theme=dark', { width: 390, height: 844 }],
] as const) {
  test(`a told view has no fault that axe finds: ${search}, ${size.width}`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page, search);
    await expect(page.getByRole('region', { name: /2023.*11$/ })).toBeVisible();
    await expectNoViolations(page);
  });
}

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('the story lies in a sheet below the picture, with room for a finger', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: /^Filters/ }).tap();
    await page.getByRole('button', { name: 'Tell as a story' }).tap();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(strip(page, /, 1 of/)).toBeVisible();
    await ready(page);
    const buttons = await strip(page).getByRole('button').all();
    expect(buttons.length).toBeGreaterThanOrEqual(3);
    for (const button of buttons) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await strip(page).getByRole('button', { name: 'Next view' }).tap();
    await expect(strip(page, /, 2 of/)).toBeVisible();
    await ready(page);
    const told = await strip(page).boundingBox();
    const picture = await timeline(page).boundingBox();
    expect(told?.y ?? 0).toBeGreaterThanOrEqual((picture?.y ?? 0) + (picture?.height ?? 0) - 1);
    expect((told?.x ?? 0) + (told?.width ?? 0)).toBeLessThanOrEqual(390);
  });
});
