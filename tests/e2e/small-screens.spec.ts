import type { Locator, Page } from '@playwright/test';
import { expect, open, ready, resize, test } from './support';

const SEARCHES = ['', '?event=g7-hiroshima-summit', '?from=1945-01-01&to=2027-12-31&lang=ja'];

const NAMES = {
  en: {
    close: 'Close',
    asOf: /^As of/,
    ofTheDay: [
      ['What is new…', 'What is new'],
      ['Forecasts and outcomes…', 'Forecasts and outcomes'],
    ],
    list: 'Events in view',
    listed: /^\d+ events$/,
    exports: 'Export',
    download: 'Download',
  },
  ja: {
    close: '閉じる',
    asOf: /時点/,
    ofTheDay: [
      ['新着を見る…', '新着'],
      ['見通しと結果の一覧…', '見通しと結果の一覧'],
    ],
    list: '表示範囲の出来事',
    listed: /^\d+件$/,
    exports: '書き出す',
    download: 'ダウンロード',
  },
} as const;

/** Controls smaller than a finger needs, by name. The events of the picture are met by their marks. */
async function smallTargets(page: Page, leastPx: number): Promise<string[]> {
  return page.locator('button:visible, summary:visible').evaluateAll(
    (all, least) =>
      all
        // A row of a table opens as a whole.
        .filter((each) => !each.hasAttribute('data-event') && !each.closest('tr'))
        .filter((each) => {
          const { width, height } = each.getBoundingClientRect();
          // For screen readers alone, where nothing is to be seen.
          return width > 1 && Math.min(width, height) < least - 0.5;
        })
        .map((each) => each.getAttribute('aria-label') ?? each.textContent),
    leastPx,
  );
}

/** With the event's panel, which comes by a chunk of its own. */
async function openWhole(page: Page, search: string): Promise<void> {
  await open(page, search);
  const panels = search.includes('event=') ? 1 : 0;
  await expect(page.getByRole('complementary', { name: 'Event' })).toHaveCount(panels);
  await ready(page);
}

async function expectNoOverhang(page: Page): Promise<void> {
  const overhangPx = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhangPx).toBeLessThanOrEqual(0);
}

for (const search of SEARCHES) {
  test(`the page never scrolls sideways, however wide it is made: ${search}`, async ({ page }) => {
    await page.setViewportSize({ width: 1180, height: 640 });
    await openWhole(page, search);
    for (const width of [1180, 760, 390, 320]) {
      await test.step(`${width} wide`, async () => {
        await resize(page, { width, height: 640 });
        await expectNoOverhang(page);
      });
    }
  });
}

test.describe('touched', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const language of ['en', 'ja'] as const) {
    test(`what opens keeps its head in sight, and its controls a finger’s size: ${language}`, async ({
      page,
    }) => {
      // Five places one after another.
      test.slow();
      await page.setViewportSize({ width: 360, height: 640 });
      const names = NAMES[language];
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const checkOpen = async (place: Locator) => {
        await expect(place).toBeVisible();
        await ready(page);
        await place.evaluate((each) => {
          const scrolling = [each, each.parentElement, ...each.querySelectorAll('*')];
          for (const one of scrolling) one?.scrollTo(0, 1e6);
        });
        await ready(page);
        await expect(place.getByRole('button', { name: names.close })).toBeInViewport({ ratio: 1 });
        expect(await smallTargets(page, 44)).toEqual([]);
        await expectNoOverhang(page);
      };
      const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
      await open(page, `?event=g7-hiroshima-summit&lang=${language}`);
      await checkOpen(page.getByRole('complementary'));
      await button(names.close).tap();
      for (const [item, title] of names.ofTheDay) {
        await page.getByRole('group', { name: names.asOf }).getByRole('button').nth(1).tap();
        await button(item).tap();
        await checkOpen(dialog(title));
        await dialog(title).getByRole('button', { name: names.close }).tap();
      }
      await button(names.list).tap();
      await checkOpen(dialog(names.listed));
      await dialog(names.listed).getByRole('button', { name: names.close }).tap();
      await button(names.exports).tap();
      await checkOpen(dialog(names.exports));
      await expect(button(names.download)).toBeInViewport({ ratio: 1 });
    });
  }

  test('every control is as large as a finger needs, and nothing overhangs', async ({ page }) => {
    for (const search of SEARCHES) {
      await openWhole(page, search);
      expect(await smallTargets(page, 44), search).toEqual([]);
      await expectNoOverhang(page);
    }
  });
});

test('every control is as large as a mouse needs', async ({ page }) => {
  await openWhole(page, '?event=g7-hiroshima-summit&domains=security,diplomacy');
  expect(await smallTargets(page, 24)).toEqual([]);
});

test('the end of the importance range is dragged by its mark', async ({ page }) => {
  await open(page);
  const thumb = page.locator('[class*="thumb"]').first();
  const track = page.locator('[class*="stops"]').first();
  const [at, stops] = await Promise.all([thumb.boundingBox(), track.boundingBox()]);
  if (!at || !stops) throw new Error('There is no slider');
  expect(at.y + at.height / 2).toBeCloseTo(stops.y + stops.height / 2, 0);
});
