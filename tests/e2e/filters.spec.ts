import type { Page } from '@playwright/test';
import { actorIds, eventOfId, onDaysOf, searchText } from './record';
import {
  eventButtons,
  expect,
  filters,
  open,
  param,
  readCounts,
  ready,
  shownIds,
  statusLine,
  test,
  toggle,
} from './support';

const YEAR = '?from=2023-01-01&to=2023-12-31';

/** Every event shown satisfies the condition, and every event of a single day that satisfies it is shown. */
async function expectExactly(
  ids: readonly string[],
  holds: (event: NonNullable<ReturnType<typeof eventOfId.get>>) => boolean,
): Promise<void> {
  const wrong = ids.filter((id) => {
    const event = eventOfId.get(id);
    return !event || !holds(event);
  });
  expect(wrong).toEqual([]);
  const wanted = onDaysOf(2023)
    .filter(holds)
    .map(({ id }) => id);
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
}

test('boxes take out events, and only those', async ({ page }) => {
  await open(page, YEAR);
  await test.step('of a domain that is taken out', async () => {
    await toggle(filters(page), /^Security/);
    const chosen = () => param(page, 'domains')?.split(',') ?? [];
    await expect.poll(() => chosen().toSorted()).toEqual(['diplomacy', 'economy']);
    await expectExactly(await shownIds(page), ({ domains }) =>
      domains.some((domain) => chosen().includes(domain)),
    );
  });
  await toggle(filters(page), /^Security/);
  await test.step('of others than an actor who is found by name and chosen', async () => {
    await toggle(filters(page), /^Fumio Kishida/);
    await expect.poll(() => param(page, 'domains')).toBeNull();
    await expect.poll(() => param(page, 'actors')).toBe('fumio-kishida');
    await expectExactly(await shownIds(page), (event) => actorIds(event).includes('fumio-kishida'));
  });
});

test('two actors widen, an actor and a domain narrow', async ({ page }) => {
  await open(page, `${YEAR}&actors=fumio-kishida`);
  const one = await shownIds(page);
  await open(page, `${YEAR}&actors=fumio-kishida,lloyd-austin`);
  const both = await shownIds(page);
  expect(both.length).toBeGreaterThan(one.length);
  expect(one.filter((id) => !both.includes(id))).toEqual([]);
  await open(page, `${YEAR}&actors=fumio-kishida,lloyd-austin&domains=security`);
  await expectExactly(
    await shownIds(page),
    (event) =>
      event.domains.includes('security') &&
      actorIds(event).some((id) => id === 'fumio-kishida' || id === 'lloyd-austin'),
  );
});

test('a kind, a status, an importance and a tag each narrow', async ({ page }) => {
  await open(page, `${YEAR}&kinds=summit,visit`);
  await expectExactly(await shownIds(page), ({ kind }) => kind === 'summit' || kind === 'visit');
  await open(page, `${YEAR}&importance=4-5`);
  await expectExactly(await shownIds(page), ({ importance = 3 }) => importance >= 4);
  await open(page, `${YEAR}&tags=semiconductors`);
  await expectExactly(
    await shownIds(page),
    ({ tags }) => tags?.includes('semiconductors') === true,
  );
  await open(page, `${YEAR}&status=happened`);
  await expectExactly(await shownIds(page), ({ status = 'happened' }) => status === 'happened');
});

test('typed text narrows to events that hold it, and the status line is spoken politely', async ({
  page,
}) => {
  await open(page, YEAR);
  const live = page
    .locator('[aria-live="polite"], [role="status"]')
    .filter({ hasText: /\d+ events?/ });
  await expect(live.first()).toBeAttached();
  await expect(statusLine(page)).toBeVisible();
  await page.getByRole('searchbox').first().fill('tomahawk');
  await expect.poll(() => param(page, 'q')).toBe('tomahawk');
  await ready(page);
  const ids = await shownIds(page);
  expect(ids).toContain('tomahawk-400-disclosed');
  const wrong = ids.filter((id) => {
    const event = eventOfId.get(id);
    return !event || !searchText(event).includes('tomahawk');
  });
  expect(wrong).toEqual([]);
});

test('finds two characters of Japanese', async ({ page }) => {
  await open(page, `${YEAR}&q=防衛`);
  for (const text of ['防衛', '広島', '岸田']) {
    await test.step(text, async () => {
      await page.getByRole('searchbox').first().fill(text);
      await expect.poll(() => param(page, 'q')).toBe(text);
      await ready(page);
      await expectExactly(await shownIds(page), (event) => searchText(event).includes(text));
    });
  }
});

test('active filters are chips that can be taken off one by one', async ({ page }) => {
  await open(page, `${YEAR}&kinds=summit&tags=trilateral`);
  const narrow = await shownIds(page);
  const remove = page.getByRole('button', { name: /^Remove filter/ });
  await expect(remove).toHaveCount(2);
  await remove
    .filter({ hasText: /trilateral/i })
    .or(page.getByRole('button', { name: /^Remove filter: trilateral/i }))
    .first()
    .click();
  await ready(page);
  await expect(remove).toHaveCount(1);
  await expect.poll(() => param(page, 'tags')).toBeNull();
  expect((await shownIds(page)).length).toBeGreaterThan(narrow.length);
});

test('one click clears every filter, and Back brings them again', async ({ page }) => {
  await open(page, YEAR);
  const all = (await readCounts(page)).events;
  await open(page, `${YEAR}&kinds=summit&domains=security&q=north`);
  const filtered = await shownIds(page);
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await ready(page);
  expect((await readCounts(page)).events).toBe(all);
  await page.goBack();
  await ready(page);
  expect(await shownIds(page)).toEqual(filtered);
});

test('when nothing matches, it says which filter to drop, and drops it', async ({ page }) => {
  await open(page, `${YEAR}&kinds=summit&q=zzzqqq`);
  await expect(eventButtons(page)).toHaveCount(0);
  await expect(page.getByText('No events match these filters')).toBeVisible();
  await page.getByRole('button', { name: /^Drop/ }).click();
  await ready(page);
  await expect.poll(() => param(page, 'q')).toBeNull();
  expect((await readCounts(page)).events).toBeGreaterThan(0);
});

/** The number beside a box of the rail at rest. */
async function countBeside(page: Page, name: RegExp): Promise<number> {
  await ready(page);
  const box = page.getByRole('checkbox', { name });
  const row = filters(page).locator('label').filter({ has: box }).first().locator('..');
  return Number(/(\d+)\D*$/.exec(await row.innerText())?.[1]);
}

test('the count of a choice is what choosing it shows', async ({ page }) => {
  await open(page, `${YEAR}&tags=trilateral`);
  const count = await countBeside(page, /^Fumio Kishida/);
  expect(count).toBeGreaterThan(0);
  await toggle(filters(page), /^Fumio Kishida/);
  expect((await readCounts(page)).events).toBe(count);
});

test('the count of a choice does not obey its own facet, but all others', async ({ page }) => {
  await open(page, YEAR);
  const before = await countBeside(page, /^Economy/);
  await toggle(filters(page), /^Security/);
  expect(await countBeside(page, /^Economy/)).toBe(before);
  await open(page, `${YEAR}&kinds=agreement`);
  const narrowed = await countBeside(page, /^Economy/);
  expect(narrowed).toBeLessThan(before);
  expect(narrowed).toBeGreaterThan(0);
});

test('a government brings in its people by a choice of its own', async ({ page }) => {
  await open(page, `${YEAR}&actors=government-of-japan`);
  const withPeople = await shownIds(page);
  const people = page.getByRole('switch', { name: /Include (its|their) people/ });
  await filters(page).locator('label').filter({ has: people }).click();
  await ready(page);
  const without = await shownIds(page);
  expect(without.length).toBeLessThan(withPeople.length);
  const wrong = without.filter((id) => {
    const event = eventOfId.get(id);
    return !event || !actorIds(event).includes('government-of-japan');
  });
  expect(wrong).toEqual([]);
});

test('Ctrl+Z takes a filter back and Ctrl+Shift+Z puts it on again, but in the search they are the field’s own', async ({
  page,
}) => {
  await open(page, YEAR);
  await toggle(filters(page), /^Fumio Kishida/);
  await page.keyboard.press('Control+z');
  await expect.poll(() => param(page, 'actors')).toBeNull();
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => param(page, 'actors')).toBe('fumio-kishida');
  await page.keyboard.press('Control+z');
  await expect.poll(() => param(page, 'actors')).toBeNull();
  await page.keyboard.press('Control+y');
  await expect.poll(() => param(page, 'actors')).toBe('fumio-kishida');
  await page.goBack();
  await expect.poll(() => param(page, 'actors')).toBeNull();
  await toggle(filters(page), /^Fumio Kishida/);
  const search = page.getByRole('searchbox', { name: /^Search/ });
  await search.press('Control+z');
  await ready(page);
  await expect.poll(() => param(page, 'actors')).toBe('fumio-kishida');
  await search.blur();
  await page.keyboard.press('Control+z');
  await expect.poll(() => param(page, 'actors')).toBeNull();
});
