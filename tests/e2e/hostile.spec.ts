import type { Page } from '@playwright/test';
import { eventButton, expect, open, ready, shownIds, test } from './support';

// Small files as hostile as can be, one after another in one page. Their words are held by unit tests; here it is that each
// gets some, that nothing on screen is lost or breaks, and that the page goes on. A console error fails the test.

const HEAD = {
  format: 'entente/1',
  id: 'hostile-set',
  title: 'Hostile set',
  parties: ['JP', 'US'],
  recordedThrough: '2023-12-31',
};
const event = (id: string, more: object = {}) => ({
  id,
  title: `Event ${id}`,
  date: '2023-03-10',
  domains: ['diplomacy'],
  kind: 'meeting',
  parties: ['JP', 'US'],
  ...more,
});
const lines = (...values: readonly unknown[]) =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');
const dataset = (...events: readonly unknown[]) => JSON.stringify({ ...HEAD, events });

async function openFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: /^Dataset/ }).click();
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file…' }).click();
  await (await asked).setFiles({ name, mimeType: '', buffer });
}

test('a file that is none is told of by name with what to do, and the record on screen stays', async ({
  page,
}) => {
  const cases: readonly (readonly [name: string, content: Buffer, words: RegExp])[] = [
    ['utf16.json', Buffer.from(`\ufeff${dataset()}`, 'utf16le'), /not text in UTF-8.*Save it as/],
    ['latin1.json', Buffer.from(dataset(event('é')), 'latin1'), /not text in UTF-8: line 1/],
    ['packed.json', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), /compressed, unpack it first/],
    ['lines.json', Buffer.from(lines(HEAD, event('a'))), /Give its name the ending \.ndjson/],
    ['spread.ndjson', Buffer.from(JSON.stringify(HEAD, null, 2)), /the ending \.json\./],
    ['zero.json', Buffer.from('{"format": \0}'), /line 1, column 12, found “␀}”/],
  ];
  await open(page, '?from=2023-03-01&to=2023-06-30');
  const before = await shownIds(page);
  for (const [name, content, words] of cases) {
    await test.step(name, async () => {
      await openFile(page, name, content);
      await expect(page.getByRole('alert').filter({ hasText: name })).toContainText(words);
      await ready(page);
      expect(await shownIds(page)).toEqual(before);
    });
  }
});

test('a file of extremes opens, counts all its events and lets each be read', async ({ page }) => {
  const cases: readonly (readonly [name: string, ids: readonly string[], text: string])[] = [
    [
      'years.ndjson',
      ['all-years', 'first-day', 'long'],
      lines(
        HEAD,
        event('all-years', { date: '-9999/9999' }),
        event('first-day', { date: '-9999-01-01' }),
        event('long', { date: '-4000/8000' }),
      ),
    ],
    [
      'titles.json',
      ['long-title', 'right-to-left', 'emoji'],
      dataset(
        event('long-title', { title: 'Long title '.repeat(455) }),
        event('right-to-left', { title: 'שלום \u202eالاتفاق', date: '2023-05' }),
        event('emoji', { title: '👩‍👩‍👧‍👦🇯🇵🤝🇺🇸', date: '2023-07-01' }),
      ),
    ],
    [
      'names.json',
      ['constructor', 'hasownproperty'],
      dataset(
        event('constructor', { tags: ['__proto__', 'toString'] }),
        event('hasownproperty', { tags: ['constructor'], domains: ['economy'] }),
      ),
    ],
  ];
  await open(page);
  for (const [name, ids, text] of cases) {
    await test.step(name, async () => {
      await openFile(page, name, Buffer.from(text));
      for (const id of ids) await expect(eventButton(page, id)).toBeAttached();
      await ready(page);
      await expect(page.getByText(new RegExp(`^${ids.length} events`)).first()).toBeVisible();
      await page.keyboard.press('n');
      await expect(page.getByRole('complementary', { name: 'Event' })).toBeVisible();
      await page.keyboard.press('Escape');
    });
  }
});
