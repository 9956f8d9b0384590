import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { eventOfId } from './record';
import { expect, exportButton, open, ready, shownIds, test } from './support';

const RANGE = '?from=2023-01-01&to=2023-06-30&asof=2023-06-12';

async function openExport(page: Page, search = RANGE): Promise<Locator> {
  await open(page, search);
  await exportButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  await ready(page);
  return dialog;
}

async function choose(dialog: Locator, name: string): Promise<void> {
  const radio = dialog.getByRole('radio', { name, exact: true });
  await radio.check();
  await expect(radio).toBeChecked();
}

async function download(page: Page, dialog: Locator): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  return file;
}

async function readSvg(page: Page, dialog: Locator): Promise<{ name: string; text: string }> {
  await choose(dialog, 'SVG');
  const file = await download(page, dialog);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** What an SVG holds, as the browser's own XML parser reads it. */
async function inspect(page: Page, svg: string) {
  // In a page of its own: the app's content security policy forbids the style that the file brings.
  const reader = await page.context().newPage();
  const found = await reader.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const root = parsed.documentElement;
    return {
      isWellFormed: parsed.querySelector('parsererror') === null,
      viewBox: root.getAttribute('viewBox'),
      title: parsed.querySelector('title')?.textContent ?? '',
      desc: parsed.querySelector('desc')?.textContent ?? '',
      style: parsed.querySelector('style')?.textContent ?? '',
      text: [...parsed.querySelectorAll('text')].map((node) => node.textContent).join('\n'),
      ids: [...parsed.querySelectorAll('[data-event]')].map(
        (node) => node.getAttribute('data-event') ?? '',
      ),
    };
  }, svg);
  await reader.close();
  return found;
}

test('the dialog begins with what is visible, and Escape gives the focus back', async ({
  page,
}) => {
  const dialog = await openExport(page);
  await expect(dialog.getByRole('group', { name: 'From', exact: true })).toHaveText(/01.*01.*2023/);
  await expect(dialog.getByRole('group', { name: 'To', exact: true })).toHaveText(/30.*2023/);
  await expect(
    dialog.getByRole('img', {
      name: /^Preview: Japan and the United States, January to June 2023/,
    }),
  ).toBeVisible();

  await test.step('a range that ends before it begins is refused in words', async () => {
    const to = dialog.getByRole('group', { name: 'To', exact: true });
    await to.getByRole('spinbutton', { name: /year/i }).click();
    await page.keyboard.type('1999');
    await expect(dialog.getByRole('alert')).toHaveText('From is after To.');
    await expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled();
  });

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(exportButton(page)).toBeFocused();
});

test('an SVG holds every matching event of the range by name', async ({ page }) => {
  const dialog = await openExport(page);
  const listed = await shownIds(page);
  const { name, text } = await readSvg(page, dialog);
  expect(name).toBe('entente-japan-us-2023-01-01--2023-06-30.svg');
  const svg = await inspect(page, text);
  expect(svg.isWellFormed).toBe(true);
  expect(svg.viewBox).toMatch(/^0 0 1920 \d+/);
  expect(svg.ids.length).toBeGreaterThan(40);
  expect(svg.ids.toSorted()).toEqual(listed.toSorted());
  expect(svg.title).toBe('Japan and the United States, January to June 2023');
  expect(svg.desc).toContain('12 June 2023');
  expect(svg.text).toContain('Kishida meets Biden at the White House');
  expect(svg.style.includes('font/ttf;base64,')).toBe(true);
  // Fonts of letters that the picture lacks stay out.
  expect(svg.style.includes('Noto')).toBe(false);

  await test.step('and an edited title as text', async () => {
    await dialog.getByText('Title and footer').click();
    await dialog.getByLabel('Title', { exact: true }).fill('<b>Six months</b> & more');
    await ready(page);
    const edited = await inspect(page, (await readSvg(page, dialog)).text);
    expect(edited.isWellFormed).toBe(true);
    expect(edited.text).toContain('<b>Six months</b> & more');
  });
});

test('an SVG in Japanese brings the Japanese letters that it uses', async ({ page }) => {
  await open(page, `${RANGE}&lang=ja`);
  await page.getByRole('button', { name: '書き出す', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '書き出す' });
  await ready(page);
  await choose(dialog, 'SVG');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'ダウンロード' }).click(),
  ]);
  const svg = await inspect(page, await readFile(await file.path(), 'utf8'));
  expect(svg.text).toContain('岸田首相');
  expect(svg.style.includes('Noto Sans JP')).toBe(true);
});

test('filters narrow the picture and are said in words', async ({ page }) => {
  const dialog = await openExport(page, `${RANGE}&domains=economy&importance=3-5`);
  await dialog.getByText('Title and footer').click();
  await expect(dialog.getByLabel('Subtitle')).toHaveValue(/Domains: Economy; importance 3 to 5\./);
  const { text } = await readSvg(page, dialog);
  const svg = await inspect(page, text);
  expect(svg.ids).toContain('ipef-detroit-ministerial');
  const others = svg.ids.filter((id) => !eventOfId.get(id)?.domains.includes('economy'));
  expect(others).toEqual([]);
});

test('a PNG at 2× is twice as wide as the slide', async ({ page }) => {
  const dialog = await openExport(page);
  await choose(dialog, 'PNG');
  await choose(dialog, '2×');
  const file = await download(page, dialog);
  expect(file.suggestedFilename()).toBe('entente-japan-us-2023-01-01--2023-06-30.png');
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBe(3840);
  expect(bytes.readUInt32BE(20)).toBeGreaterThanOrEqual(2160);
});

test('a range without events gives a picture that says so', async ({ page }) => {
  const dialog = await openExport(page, '?from=1930-01-01&to=1931-12-31&asof=2023-06-12');
  await expect(dialog.getByText('No events in this range.', { exact: false })).toBeVisible();
  const { text } = await readSvg(page, dialog);
  const svg = await inspect(page, text);
  expect(svg.ids).toEqual([]);
  expect(svg.text).toContain('No events in this range match the filters.');
});
