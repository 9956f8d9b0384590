import type { Page } from '@playwright/test';
import {
  expect,
  open,
  param,
  pictureBox,
  ready,
  settleAddress,
  shownIds,
  spanOf,
  test,
  timeline,
} from './support';

/** The address follows a gesture within a third of a second. */
const SOON = { intervals: [50] };

const VIEW = '?from=2023-01-01&to=2023-12-31&asof=2023-06-12';

/** The day, with its fraction, that lies at a share of the picture's width. */
function dayAt(page: Page, share: number): number {
  const { start, end } = spanOf(page);
  return start + share * (end - start);
}

function lengthOf(page: Page): number {
  const { start, end } = spanOf(page);
  return end - start;
}

async function pointAt(page: Page, share: number): Promise<{ x: number; y: number }> {
  const box = await pictureBox(page);
  const point = { x: box.x + share * box.width, y: box.y + box.height * 0.45 };
  await page.mouse.move(point.x, point.y);
  return point;
}

async function ctrlWheel(page: Page, deltaY: number): Promise<void> {
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, deltaY);
  await page.keyboard.up('Control');
  await ready(page);
}

test('the wheel scrolls time, keeps the length of the span, and leaves no steps in the history', async ({
  page,
}) => {
  await open(page, VIEW);
  await settleAddress(page);
  const steps = await page.evaluate(() => history.length);
  const before = spanOf(page);
  await pointAt(page, 0.5);
  await page.mouse.wheel(0, 240);
  await ready(page);
  await expect.poll(() => spanOf(page).start).toBeGreaterThan(before.start);
  await settleAddress(page);
  expect(Math.abs(lengthOf(page) - (before.end - before.start))).toBeLessThanOrEqual(1);
  await test.step('and with Ctrl none either', async () => {
    await ctrlWheel(page, -200);
    await page.mouse.wheel(0, 300);
    await ready(page);
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });
});

test('Ctrl and the wheel zoom about the pointer, wherever it is', async ({ page }) => {
  await open(page, VIEW);
  for (const share of [0.1, 0.5, 0.85]) {
    await test.step(`at ${share} of the width`, async () => {
      await pointAt(page, share);
      await settleAddress(page);
      const under = dayAt(page, share);
      for (const delta of [-120, -120, -120, 120, -240, 480]) {
        await settleAddress(page);
        const before = lengthOf(page);
        await ctrlWheel(page, delta);
        await expect.poll(() => Math.sign(lengthOf(page) - before), SOON).toBe(Math.sign(delta));
        // The address holds whole days, so each end may be off by one.
        await expect
          .poll(() => Math.abs(dayAt(page, share) - under), SOON)
          .toBeLessThanOrEqual(1.5);
      }
    });
  }

  await test.step('and in and out again it comes back to the same days', async () => {
    await settleAddress(page);
    const before = spanOf(page);
    await pointAt(page, 0.3);
    for (const delta of [-200, -200, 200, 200]) await ctrlWheel(page, delta);
    await settleAddress(page);
    expect(Math.abs(spanOf(page).start - before.start)).toBeLessThanOrEqual(1);
    expect(Math.abs(spanOf(page).end - before.end)).toBeLessThanOrEqual(1);
  });
});

test('a drag carries the day along with the pointer', async ({ page }) => {
  await open(page, VIEW);
  await settleAddress(page);
  const steps = await page.evaluate(() => history.length);
  const under = dayAt(page, 0.6);
  const from = await pointAt(page, 0.6);
  const to = (await pictureBox(page)).x + 0.4 * (await pictureBox(page)).width;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to) / 2, from.y, { steps: 6 });
  await page.mouse.move(to, from.y, { steps: 6 });
  await page.mouse.up();
  await ready(page);
  await expect.poll(() => Math.abs(dayAt(page, 0.4) - under)).toBeLessThanOrEqual(2);
  expect(await page.evaluate(() => history.length)).toBe(steps);
});

test('a double click zooms in twofold, with Shift out', async ({ page }) => {
  await open(page, VIEW);
  await settleAddress(page);
  const whole = lengthOf(page);
  const box = await pictureBox(page);
  // On the axis, away from the as-of pill, no mark can be hit.
  const point = { x: box.x + box.width * 0.8, y: box.y + 8 };
  await page.mouse.dblclick(point.x, point.y);
  await ready(page);
  await expect.poll(() => Math.abs(lengthOf(page) - whole / 2)).toBeLessThanOrEqual(2);
  await page.keyboard.down('Shift');
  await page.mouse.dblclick(point.x, point.y);
  await page.keyboard.up('Shift');
  await ready(page);
  await expect.poll(() => Math.abs(lengthOf(page) - whole)).toBeLessThanOrEqual(3);

  await test.step('and the buttons zoom', async () => {
    await settleAddress(page);
    const between = lengthOf(page);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await ready(page);
    await expect.poll(() => lengthOf(page)).toBeLessThan(between);
    await settleAddress(page);
    const closer = lengthOf(page);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await ready(page);
    await expect.poll(() => lengthOf(page)).toBeGreaterThan(closer);
  });
});

test('the keyboard goes through time, events and days of the record', async ({ page }) => {
  await open(page, VIEW);
  const box = await pictureBox(page);
  await page.mouse.click(box.x + box.width * 0.8, box.y + 8);
  await ready(page);

  await test.step('pans by a tenth with the arrows', async () => {
    await settleAddress(page);
    const before = spanOf(page);
    await page.keyboard.press('ArrowRight');
    await ready(page);
    await expect
      .poll(() => Math.abs(spanOf(page).start - before.start - (before.end - before.start) / 10))
      .toBeLessThanOrEqual(2);
    await page.keyboard.press('ArrowLeft');
    await ready(page);
    await expect.poll(() => Math.abs(spanOf(page).start - before.start)).toBeLessThanOrEqual(1);
  });

  await test.step('goes through the events with n and p', async () => {
    await page.keyboard.press('n');
    await ready(page);
    await expect.poll(() => param(page, 'event')).not.toBeNull();
    const first = param(page, 'event');
    await page.keyboard.press('n');
    await ready(page);
    await expect.poll(() => param(page, 'event')).not.toBe(first);
    await page.keyboard.press('p');
    await ready(page);
    await expect.poll(() => param(page, 'event')).toBe(first);
    await page.keyboard.press('Escape');
    await ready(page);
    await expect.poll(() => param(page, 'event')).toBeNull();
  });

  await test.step('steps through the days that changed the record', async () => {
    await page.keyboard.press('[');
    await ready(page);
    await expect.poll(() => (param(page, 'asof') ?? '9') < '2023-06-12').toBe(true);
    await page.keyboard.press(']');
    await ready(page);
    await expect.poll(() => param(page, 'asof')).toBe('2023-06-12');
  });

  await test.step('zooms with plus, minus and nought', async () => {
    await settleAddress(page);
    const whole = lengthOf(page);
    await page.keyboard.press('+');
    await ready(page);
    await expect.poll(() => lengthOf(page)).toBeLessThan(whole);
    await page.keyboard.press('-');
    await ready(page);
    await expect.poll(() => Math.abs(lengthOf(page) - whole)).toBeLessThanOrEqual(2);
    await page.keyboard.press('0');
    await ready(page);
    await expect.poll(() => lengthOf(page)).toBeGreaterThan(365 * 75);
    expect((await shownIds(page)).length).toBeGreaterThan(250);
  });
});

test('the overview brush moves the view', async ({ page }) => {
  await open(page, VIEW);
  await settleAddress(page);
  const before = spanOf(page);
  const boxes = await timeline(page)
    .locator('canvas, svg')
    .evaluateAll((all) =>
      all
        .map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          return { x, y, width, height };
        })
        .filter(({ width, height }) => width > 500 && height < 160),
    );
  const strip = boxes.toSorted((a, b) => b.y - a.y)[0];
  if (!strip) throw new Error('The timeline has no overview strip');
  const y = strip.y + strip.height / 2;
  await page.mouse.move(strip.x + strip.width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * 0.45, y, { steps: 8 });
  await page.mouse.up();
  // The address follows a drag at intervals: its last step comes a moment later.
  await settleAddress(page);
  expect(spanOf(page).end).toBeLessThan(before.start);
  const years = lengthOf(page) / 365.25;
  expect(years).toBeGreaterThan(9);
  expect(years).toBeLessThan(16);
});

test('a whole arc of eighty years shows the record as columns', async ({ page }) => {
  await open(page, '?from=1945-01-01&to=2027-12-31');
  expect((await shownIds(page)).length).toBeGreaterThan(300);
});
