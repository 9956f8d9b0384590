import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readPictureStamp } from '../../src/formats/read-picture-stamp';
import { expectNoViolations } from './axe';
import { expectFree } from './longest-task';
import { expect, exportButton, open, param, ready, test } from './support';

const YEAR = '?from=2023-01-01&to=2023-12-31&asof=2023-06-12';

async function openExport(page: Page, search = YEAR): Promise<Locator> {
  await open(page, search);
  await exportButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  await ready(page);
  return dialog;
}

async function download(page: Page, dialog: Locator): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  return file;
}

const bytesOf = async (file: Download) => new Uint8Array(await readFile(await file.path()));

test('pages of a whole record become a PDF of many pages, and a PowerPoint file, without holding the page up', async ({
  page,
}) => {
  test.slow();
  const dialog = await openExport(page);
  await dialog.getByLabel('Size', { exact: true }).selectOption('A4 upright');
  await dialog.getByRole('radio', { name: 'Whole record' }).check();
  await ready(page);
  const shown = dialog.getByText(/^Page 1 of \d+$/);
  await expect(shown).not.toHaveText('Page 1 of 1');
  const [, count = '0'] = /of (\d+)/.exec(await shown.innerText()) ?? [];
  expect(Number(count)).toBeGreaterThan(2);
  await dialog.getByRole('button', { name: 'Next page' }).click();
  await expect(dialog.getByText(`Page 2 of ${count}`)).toBeVisible();
  await expect(dialog.getByRole('img', { name: /\(2 of \d+\)\. A timeline from/ })).toBeVisible();

  await dialog.getByRole('radio', { name: 'PDF' }).check();
  let file: Download | undefined;
  await expectFree(page, async () => {
    file = await download(page, dialog);
  });
  if (!file) throw new Error('no file came');
  expect(file.suggestedFilename()).toMatch(/^entente-japan-us-1945-08-06--20\d\d-\d\d-\d\d\.pdf$/);
  const pdf = await bytesOf(file);
  expect(readPictureStamp(pdf).kind).toBe('stamp');
  expect(new TextDecoder('latin1').decode(pdf).match(/\/Type \/Page\b/g)).toHaveLength(
    Number(count),
  );

  await dialog.getByRole('radio', { name: 'PowerPoint' }).check();
  const slides = unzipSync(await bytesOf(await download(page, dialog)));
  const names = Object.keys(slides).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  expect(names).toHaveLength(Number(count));
});

/** As if dragged there from a folder. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
      const held = new DataTransfer();
      held.items.add(new File([data], fileName));
      return held;
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
  await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer });
  await ready(page);
}

test('a picture that is dropped opens its view again, and one without a view says so', async ({
  page,
}) => {
  const dialog = await openExport(page, `${YEAR}&domains=economy&group=kind`);
  const png = await bytesOf(await download(page, dialog));
  await dialog.getByRole('checkbox', { name: 'Can be opened again in Entente' }).uncheck();
  const plain = await bytesOf(await download(page, dialog));
  await page.keyboard.press('Escape');

  await open(page, '?from=1990-01-01&to=1999-12-31&lang=ja');
  await drop(page, 'economy.png', png);
  await expect.poll(() => param(page, 'from')).toBe('2023-01-01');
  await expect.poll(() => param(page, 'to')).toBe('2023-12-31');
  await expect.poll(() => param(page, 'asof')).toBe('2023-06-12');
  await expect.poll(() => param(page, 'domains')).toBe('economy');
  await expect.poll(() => param(page, 'group')).toBe('kind');
  await expect.poll(() => param(page, 'lang')).toBe('ja');
  await expect(page.getByRole('region', { name: 'お知らせ' })).toHaveCount(0);

  await page.goBack();
  await ready(page);
  await expect.poll(() => param(page, 'from')).toBe('1990-01-01');
  await drop(page, 'plain.png', plain);
  await expect(page.getByText('「plain.png」には表示内容の記録がありません。')).toBeVisible();
  await expect.poll(() => param(page, 'from')).toBe('1990-01-01');
});

test('a page is copied as a picture', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = await openExport(page);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied');
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = item && (await createImageBitmap(await item.getType('image/png')));
    return [bitmap?.width, bitmap?.height];
  });
  expect(size).toEqual([3840, 2160]);
});

test('the view on screen and the pages of the dialog are printed light, on pages of their own', async ({
  page,
}) => {
  await open(page, `${YEAR}&theme=dark`);
  const sheets = page.locator('body > div > section > svg');
  await expect(async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(sheets).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(
    sheets.locator('text').filter({ hasText: 'As of 12 June 2023' }).first(),
  ).toBeVisible();
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).toBe('rgb(255, 255, 255)');
  expect(
    (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g),
  ).toHaveLength(1);
  await page.emulateMedia({ media: null });
  await expect(sheets).toHaveCount(0);

  await test.step('the pages of the dialog', async () => {
    await exportButton(page).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: /^Each view/ }).check();
    await ready(page);
    const shown = await dialog.getByText(/^Page \d+ of \d+$/).innerText();
    const [, count = '0'] = /of (\d+)/.exec(shown) ?? [];
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-asked', 'true');
    });
    await dialog.getByRole('button', { name: 'Print' }).click();
    await page.locator('html[data-asked]').waitFor({ state: 'attached' });
    expect(Number(count)).toBeGreaterThan(1);
    await expect(sheets).toHaveCount(Number(count));
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(Number(count));
  });
});

test('data are shown as they begin, and saved whole', async ({ page }) => {
  const dialog = await openExport(page);
  await dialog.getByRole('radio', { name: 'Data', exact: true }).check();
  const text = dialog.getByRole('region', { name: 'Preview of the file' });
  await expect(text).toContainText('id,date,first_day');
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await bytesOf(await download(page, dialog)),
  );
  expect(csv.startsWith('\uFEFFid,date,')).toBe(true);
  await dialog.getByRole('radio', { name: 'Calendar' }).check();
  await expect(text).toContainText('BEGIN:VCALENDAR');
  await expectNoViolations(page);
  const file = await download(page, dialog);
  expect(file.suggestedFilename()).toMatch(/\.ics$/);
});
