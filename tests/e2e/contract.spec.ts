import { eventOfId } from './record';
import {
  eventButton,
  eventButtons,
  expect,
  exportButton,
  open,
  param,
  readCounts,
  ready,
  settleAddress,
  shownIds,
  statusLine,
  test,
  timeline,
} from './support';

test('the first view', async ({ page }) => {
  await open(page);

  await test.step('is December 2022 to December 2023 as of 12 June 2023', async () => {
    await expect(page.getByText(/Dec(ember)? 2022 – Dec(ember)? 2023/).first()).toBeVisible();
    await expect(page.getByText('As of 12 June 2023').first()).toBeVisible();
  });

  await test.step('shows what had happened as past and what had not as ahead', async () => {
    for (const id of [
      'biden-kishida-washington-summit-2023-01',
      'g7-hiroshima-summit',
      'ipef-detroit-ministerial',
    ]) {
      await expect(eventButton(page, id)).toHaveAttribute('data-status', 'happened');
    }
    for (const id of [
      'nato-vilnius-summit-2023',
      'east-asia-summit-2023',
      'g20-new-delhi-2023',
      'apec-san-francisco-2023',
    ]) {
      await expect(eventButton(page, id)).toHaveAttribute('data-status', 'scheduled');
    }
  });

  await test.step('knows nothing of what was announced later', async () => {
    await expect(eventButton(page, 'trilateral-leaders-apec-2023')).toHaveCount(0);
  });

  await test.step('is one page without scrolling sideways', async () => {
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  await test.step('lists as many events as the status line says', async () => {
    const { events, named } = await readCounts(page);
    expect(events).toBeGreaterThan(50);
    await expect(eventButtons(page)).toHaveCount(events);
    await expect(timeline(page).locator('button[data-event][data-named="true"]')).toHaveCount(
      named,
    );
  });

  await test.step('offers a checkbox for each domain', async () => {
    const filters = page.getByRole('region', { name: 'Filters' });
    for (const name of ['Diplomacy', 'Security', 'Economy'])
      await expect(filters.getByRole('checkbox', { name: new RegExp(`^${name}`) })).toBeAttached();
  });
});

test.describe('landmarks', () => {
  test('have the names that others rely on', async ({ page }) => {
    await open(page, '?event=g7-hiroshima-summit');
    await expect(timeline(page)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Filters' })).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Event' })).toBeVisible();
    await expect(exportButton(page)).toBeVisible();
  });

  test('let a script press a checkbox by its name', async ({ page }) => {
    await open(page);
    await page.getByRole('checkbox', { name: 'Diplomacy', exact: true }).uncheck();
    await expect(page).toHaveURL(/domains=security,economy/);
    await page.getByRole('checkbox', { name: 'Diplomacy', exact: true }).check();
    await expect(page).not.toHaveURL(/domains=/);
  });

  test('keep counts of three figures clear of what stands before them', async ({ page }) => {
    await open(page, '?from=1945-01-01&to=2027-12-31');
    const labels = page
      .getByRole('region', { name: 'Filters' })
      .locator('label:has(svg + span svg), label:has(span > svg)');
    await expect.poll(() => labels.count()).toBeGreaterThan(3);
    const gaps = await labels.evaluateAll((found) =>
      found.map((label) => {
        const charts = [...label.querySelectorAll('svg')].map(
          (svg) => svg.getBoundingClientRect().right,
        );
        const count = label.nextElementSibling?.getBoundingClientRect().left ?? 0;
        return count - Math.max(...charts);
      }),
    );
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4);
  });
});

test.describe('the accessible list', () => {
  test('stands in time order', async ({ page }) => {
    await open(page, '?from=2023-01-01&to=2023-12-31');
    const days = (await shownIds(page))
      .map((id) => eventOfId.get(id)?.date ?? '')
      .filter((date) => /^\d{4}-\d\d-\d\d$/.test(date));
    expect(days.length).toBeGreaterThan(30);
    expect(days).toEqual(days.toSorted());
  });

  test('says title, date, status, domain, importance and position', async ({ page }) => {
    await open(page, '?from=2023-05-01&to=2023-06-30&asof=2023-06-12');
    for (const words of [
      /IPEF ministers conclude supply chain talks in Detroit/,
      /27 May 2023/,
      /happened/i,
      /economy/i,
      /\d+ of \d+/,
    ]) {
      await expect(eventButton(page, 'ipef-detroit-ministerial')).toHaveAccessibleName(words);
    }
  });
});

test.describe('the address', () => {
  test('sets the span', async ({ page }) => {
    await open(page, '?from=1972-01-01&to=1972-12-31');
    const ids = await shownIds(page);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(eventOfId.get(id)?.date).toMatch(/^(19[0-6]|197[0-2])/);
  });

  test('shows the latest state without an as-of day', async ({ page }) => {
    await open(page, '?from=2022-12-01&to=2023-12-31');
    await expect(eventButton(page, 'nato-vilnius-summit-2023')).toHaveAttribute(
      'data-status',
      'happened',
    );
  });

  test('sets the as-of day', async ({ page }) => {
    await open(page, '?from=2022-12-01&to=2023-12-31&asof=2023-01-05');
    const summit = eventButton(page, 'biden-kishida-washington-summit-2023-01');
    await expect(summit).toHaveAttribute('data-status', 'scheduled');
    await expect(eventButton(page, 'ipef-detroit-ministerial')).toHaveCount(0);
  });

  const conditions: readonly (readonly [string, (id: string) => boolean])[] = [
    ['domains=security', (id) => eventOfId.get(id)?.domains.includes('security') === true],
    ['kinds=summit', (id) => eventOfId.get(id)?.kind === 'summit'],
    ['countries=KR', (id) => eventOfId.get(id)?.parties.includes('KR') === true],
    ['tags=ipef', (id) => eventOfId.get(id)?.tags?.includes('ipef') === true],
    ['importance=4-5', (id) => (eventOfId.get(id)?.importance ?? 3) >= 4],
    ['status=under-way', (id) => eventOfId.get(id)?.status === 'under-way'],
  ];
  test('filters by each part', async ({ page }) => {
    for (const [part, holds] of conditions) {
      await test.step(part, async () => {
        await open(page, `?from=2022-01-01&to=2026-12-31&${part}`);
        const ids = await shownIds(page);
        expect(ids.length).toBeGreaterThan(0);
        expect(ids.filter((id) => !holds(id))).toEqual([]);
      });
    }
  });

  test('opens an event, a language and a theme', async ({ page }) => {
    await open(page, '?event=g7-hiroshima-summit&lang=ja&theme=dark');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await expect(page.getByRole('heading', { name: 'G7広島サミット開催' })).toBeVisible();
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const channels = ground.match(/\d+/g)?.slice(0, 3).map(Number) ?? [255];
    expect(Math.max(...channels)).toBeLessThan(90);
  });

  test('holds the whole view: opened elsewhere, it shows the same', async ({ page }) => {
    await open(
      page,
      '?from=2023-01-01&to=2023-06-30&asof=2023-06-12&domains=security&importance=3-5',
    );
    const ids = await shownIds(page);
    await settleAddress(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await ready(other);
    expect(await shownIds(other)).toEqual(ids);
  });

  test('opens a chosen event, and goes back to where it was chosen', async ({ page }) => {
    await open(page, '?from=2023-01-01&to=2023-06-30&asof=2023-06-12');
    const before = await shownIds(page);
    await eventButton(page, 'g7-hiroshima-summit').press('Enter');
    await ready(page);
    const detail = page.getByRole('complementary', { name: 'Event' });
    await expect(
      detail.getByRole('heading', { name: 'G7 summit meets in Hiroshima' }),
    ).toBeVisible();
    await expect(detail).toContainText('G7広島サミット開催');
    await expect(detail).toContainText('19–21 May 2023');
    await expect.poll(() => param(page, 'event')).toBe('g7-hiroshima-summit');
    await page.goBack();
    await ready(page);
    await expect.poll(() => param(page, 'event')).toBeNull();
    await expect(page.getByRole('heading', { name: 'G7 summit meets in Hiroshima' })).toHaveCount(
      0,
    );
    expect(await shownIds(page)).toEqual(before);
  });

  /** Parts of an address that are at fault, by the value that each must be told of by. */
  const faulty: readonly (readonly [search: string, values: readonly string[]])[] = [
    ['from=soon&asof=yesterday', ['soon', 'yesterday']],
    ['from=2023-02-30&to=2023-03-01', ['2023-02-30']],
    ['from=2023-12-31&to=2023-01-01', ['2023-12-31']],
    [
      'domains=cooking&actors=nobody-at-all&kinds=party&status=maybe&importance=9-12',
      ['cooking', 'nobody-at-all', 'party', 'maybe', '9-12'],
    ],
    [
      'group=colour&event=no-such-event&lang=xx&theme=pink&surprise=kittens',
      ['colour', 'no-such-event', 'xx', 'pink', 'kittens'],
    ],
    ['v=99', ['99']],
  ];
  test('says what it left out', async ({ page }) => {
    for (const [search, values] of faulty) {
      await test.step(search, async () => {
        await open(page, `?${search}`);
        await expect(statusLine(page)).toBeVisible();
        const said = page.getByRole('alert').or(page.getByRole('status')).filter({ visible: true });
        for (const value of values) {
          await expect(
            said
              .filter({ hasText: value })
              .or(page.getByRole('complementary').filter({ hasText: value }))
              .first(),
          ).toBeVisible();
        }
        expect((await readCounts(page)).events).toBeGreaterThan(0);
      });
    }
  });
});
