import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { expect, exportButton, open, ready, shownIds, test } from './support';

const HALF_YEAR = '?from=2023-01-01&to=2023-06-30&asof=2023-06-12';

async function openExport(page: Page): Promise<Locator> {
  await exportButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  await ready(page);
  return dialog;
}

async function choose(dialog: Locator, name: 'PNG' | 'SVG'): Promise<void> {
  const radio = dialog.page().getByRole('radio', { name });
  await dialog.locator('label').filter({ has: radio }).click();
  await expect(radio).toBeChecked();
}

async function download(dialog: Locator): Promise<Download> {
  const [file] = await Promise.all([
    dialog.page().waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  return file;
}

function drawnIds(svg: string): string[] {
  const ids = [...svg.matchAll(/data-event="([^"]+)"/g)].map((found) => found[1] ?? '');
  return [...new Set(ids)].toSorted();
}

async function downloadSvg(page: Page): Promise<string> {
  const dialog = await openExport(page);
  await choose(dialog, 'SVG');
  return readFileSync(await (await download(dialog)).path(), 'utf8');
}

test('the dialog has From and To, set from what is visible', async ({ page }) => {
  await open(page, HALF_YEAR);
  const dialog = await openExport(page);
  for (const name of ['From', 'To']) {
    const field = dialog
      .getByRole('group', { name: new RegExp(`^${name}`) })
      .or(dialog.getByLabel(name, { exact: true }));
    await expect(field.first()).toBeVisible();
  }
  for (const name of ['PNG', 'SVG'])
    await expect(dialog.getByRole('radio', { name })).toBeAttached();
});

test('a PNG is named after the record and the days, and twice as large at 2×', async ({ page }) => {
  await open(page, HALF_YEAR);
  const dialog = await openExport(page);
  await choose(dialog, 'PNG');
  await dialog.locator('label').filter({ hasText: /^2×/ }).first().click();
  const file = await download(dialog);
  expect(file.suggestedFilename()).toBe('entente-japan-us-2023-01-01--2023-06-30.png');
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBe(3840);
  expect(bytes.length).toBeGreaterThan(50_000);
});

test('an SVG is one picture with real text and a group for each event', async ({ page }) => {
  await open(page, HALF_YEAR);
  const ids = await shownIds(page);
  const dialog = await openExport(page);
  await choose(dialog, 'SVG');
  const file = await download(dialog);
  expect(file.suggestedFilename()).toBe('entente-japan-us-2023-01-01--2023-06-30.svg');
  const svg = readFileSync(await file.path(), 'utf8');
  expect(svg.match(/<svg\b/g)).toHaveLength(1);
  expect(svg).toMatch(/<svg\b[^>]*\bviewBox="0 0 1920 \d+"/);
  expect(svg).toMatch(/<title>[^<]+<\/title>/);
  expect(svg).toMatch(/<desc>[^<]+<\/desc>/);
  expect(drawnIds(svg)).toEqual(ids.toSorted());
});

test('no two texts of an export overlap', async ({ page }) => {
  await open(page, HALF_YEAR);
  const svg = await downloadSvg(page);
  const overlaps = await page.evaluate((markup) => {
    const holder = document.createElement('div');
    holder.append(new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement);
    holder.style.cssText = 'position: absolute; inset: 0 auto auto 0; width: 1920px';
    document.body.append(holder);
    // The letters themselves, not the line's full height: half of it sits free above and below.
    const boxes = [...holder.querySelectorAll('text')].map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const slack = (bottom - top) * 0.2;
      return {
        words: text.textContent,
        left: left + 1,
        right: right - 1,
        top: top + slack,
        bottom: bottom - slack,
      };
    });
    holder.remove();
    return boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.words} | ${b.words}`),
    );
  }, svg);
  expect(overlaps).toEqual([]);
});

test('a title can be edited and stands in the picture', async ({ page }) => {
  await open(page, HALF_YEAR);
  const dialog = await openExport(page);
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Spring of summits <2023>');
  await ready(page);
  await choose(dialog, 'SVG');
  const svg = readFileSync(await (await download(dialog)).path(), 'utf8');
  expect(svg).toContain('Spring of summits &lt;2023&gt;');
});

test('filters narrow the export, and are said in it', async ({ page }) => {
  await open(page, `${HALF_YEAR}&domains=economy`);
  const ids = await shownIds(page);
  const svg = await downloadSvg(page);
  expect(drawnIds(svg)).toEqual(ids.toSorted());
  expect(svg.replaceAll(/<[^>]+>/g, ' ')).toMatch(/economy/i);
});

test('Escape closes the dialog and the view stays', async ({ page }) => {
  await open(page, HALF_YEAR);
  const ids = await shownIds(page);
  const dialog = await openExport(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await ready(page);
  expect(await shownIds(page)).toEqual(ids);
});

test('a Japanese export is in Japanese', async ({ page }) => {
  await open(page, `${HALF_YEAR}&lang=ja`);
  await page.getByRole('button', { name: '書き出す', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '書き出す' });
  await ready(page);
  await choose(dialog, 'SVG');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /ダウンロード|保存/ }).click(),
  ]);
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/G7広島サミット開催/);
});
