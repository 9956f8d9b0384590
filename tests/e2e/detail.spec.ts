import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { eventButton, expect, open, param, ready, resize, test } from './support';

const SUMMIT = 'camp-david-trilateral-summit';
const IN_JUNE = `?from=2022-12-01&to=2023-12-31&asof=2023-06-12&event=${SUMMIT}`;
const LATER = `?from=2022-12-01&to=2023-12-31&asof=2025-01-01&event=${SUMMIT}`;

function panel(page: Page, name = 'Event'): Locator {
  return page.getByRole('complementary', { name });
}

function heading(page: Page): Locator {
  return panel(page).getByRole('heading', { level: 2 });
}

test.describe('an event in detail', () => {
  test('stands as it was known on the as-of day, and no later', async ({ page }) => {
    await open(page, IN_JUNE);
    await expect(heading(page)).toHaveText('Possible three-way summit in Washington or at Vilnius');
    await expect(panel(page)).toContainText('as of 12 June 2023');
    const rows = panel(page).getByRole('region', { name: 'Forecast and outcome' });
    await expect(rows.getByRole('listitem')).toHaveCount(2);
    await expect(panel(page)).not.toContainText('Biden to host');
    await expect(panel(page)).not.toContainText('18 August');
  });

  test('is told in whole once it is known', async ({ page }) => {
    await open(page, LATER);

    await test.step('sets each forecast against what came of it', async () => {
      const rows = panel(page)
        .getByRole('region', { name: 'Forecast and outcome' })
        .getByRole('listitem');
      await expect(rows).toHaveCount(4);
      await expect(rows.first()).toContainText('21 May 2023');
      await expect(rows.last()).toContainText('Happened');
      await expect(panel(page)).toContainText('18–19 Aug Tokyo');
    });

    await test.step('opens sources apart, without a trace of this page', async () => {
      const links = panel(page).getByRole('region', { name: 'Sources' }).getByRole('link');
      await expect(links.first()).toBeVisible();
      for (const link of await links.all()) {
        await expect(link).toHaveAttribute('href', /^https?:\/\//);
        await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
        await expect(link).toHaveAttribute('target', '_blank');
      }
    });

    await test.step('has no fault that axe finds', () => expectNoViolations(page, 'aside'));

    for (const width of [1440, 1000, 390]) {
      await test.step(`fits a page ${width} wide and scrolls on its own`, async () => {
        await resize(page, { width, height: 800 });
        await expect(heading(page)).toBeVisible();
        const box = await panel(page).boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= width + 1).toBe(true);
        if (width === 390) expect(box?.width).toBe(390);
        const overflow = await panel(page).evaluate((aside) => ({
          across: aside.scrollWidth - aside.clientWidth,
          down: aside.scrollHeight - aside.clientHeight,
          page: document.documentElement.scrollHeight - window.innerHeight,
        }));
        expect(overflow.across).toBeLessThanOrEqual(0);
        expect(overflow.down).toBeGreaterThan(0);
        expect(overflow.page).toBeLessThanOrEqual(0);
      });
    }
  });

  test('is told in Japanese as fully, in the dark too', async ({ page }) => {
    await open(page, `${LATER}&lang=ja&theme=dark`);
    const event = panel(page, '出来事');
    await expect(event.getByRole('heading', { level: 2 })).toHaveText(
      'キャンプ・デービッドで日米韓首脳会合',
    );
    await expect(event).toContainText('2023年8月18日');
    await expect(event).toContainText('8月18〜19日 東京');
    await expect(event.locator('[lang="en"]').first()).toBeVisible();
    await test.step('without a fault that axe finds', () => expectNoViolations(page, 'aside'));
  });

  test('opens by keyboard, takes the focus and gives it back', async ({ page }) => {
    await open(page, IN_JUNE.replace(SUMMIT, ''));
    await eventButton(page, 'g7-hiroshima-summit').focus();
    await page.keyboard.press('Enter');
    await expect(heading(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
    await expect(eventButton(page, 'g7-hiroshima-summit')).toBeFocused();
  });

  test('leads to a linked event, and Back leads back', async ({ page }) => {
    await open(page, IN_JUNE);
    const links = panel(page).getByRole('region', { name: 'Links' });
    await links.getByRole('button', { name: /resume leaders' shuttle diplomacy/ }).click();
    await ready(page);
    await expect(heading(page)).toHaveText(
      "Japan and South Korea resume leaders' shuttle diplomacy",
    );
    await expect(heading(page)).toBeFocused();
    await expect.poll(() => param(page, 'event')).not.toBe(SUMMIT);
    await page.goBack();
    await expect(heading(page)).toContainText('Possible three-way summit');
  });

  test('steps to the next event and back, and filters by an actor at a click', async ({ page }) => {
    await open(page, IN_JUNE);
    await panel(page).getByRole('button', { name: 'Next event' }).click();
    await expect(heading(page)).not.toContainText('Possible three-way summit');
    await panel(page).getByRole('button', { name: 'Previous event' }).click();
    await expect(heading(page)).toContainText('Possible three-way summit');
    await panel(page).getByRole('button', { name: 'KR Yoon Suk-yeol' }).click();
    await ready(page);
    await expect.poll(() => param(page, 'actors')).toBe('yoon-suk-yeol');
  });

  test('says that a filter hides it, and clears the filter', async ({ page }) => {
    await open(page, `${IN_JUNE}&kinds=exercise`);
    await expect(panel(page)).toContainText('Hidden by the filters');
    await panel(page).getByRole('button', { name: 'Clear filters' }).click();
    await ready(page);
    await expect(panel(page)).not.toContainText('Hidden by the filters');
    await expect.poll(() => param(page, 'kinds')).toBeNull();
  });

  test('is not told before it was known', async ({ page }) => {
    await open(page, IN_JUNE.replace('2023-06-12', '2023-02-01'));
    await expect(heading(page)).toHaveText('Not yet known on 1 February 2023');
    await panel(page).getByRole('button', { name: 'Go to 21 May 2023' }).click();
    await ready(page);
    await expect.poll(() => param(page, 'asof')).toBe('2023-05-21');
    await expect(heading(page)).toContainText('Three leaders may meet');
  });
});
