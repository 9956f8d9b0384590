import type { Page } from '@playwright/test';
import { expect, open, ready, test } from './support';

const SEARCHES = ['', '?event=g7-hiroshima-summit', '?from=1945-01-01&to=2027-12-31&lang=ja'];

/** Controls smaller than a finger needs, by name. The events of the picture are met by their marks. */
async function smallTargets(page: Page, leastPx: number): Promise<string[]> {
  return page.locator('button:visible, summary:visible').evaluateAll(
    (all, least) =>
      all
        .filter((each) => !each.hasAttribute('data-event'))
        .filter((each) => {
          const { width, height } = each.getBoundingClientRect();
          return Math.min(width, height) < least - 0.5;
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
        await page.setViewportSize({ width, height: 640 });
        await ready(page);
        await expectNoOverhang(page);
      });
    }
  });
}

test.describe('touched', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

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
