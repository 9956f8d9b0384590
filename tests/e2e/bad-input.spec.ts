import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import { eventButton, expect, open, readCounts, ready, shownIds, test } from './support';

const GOOD_EVENT = {
  id: 'good-event',
  title: 'A good event',
  date: '2023-03-10',
  domains: ['diplomacy'],
  kind: 'meeting',
  parties: ['JP', 'US'],
};

function dataset(events: readonly unknown[], more: object = {}): string {
  return JSON.stringify({
    format: 'entente/1',
    id: 'test-relation',
    title: 'Test relation',
    parties: ['JP', 'US'],
    recordedThrough: '2023-12-31',
    events,
    ...more,
  });
}

async function serve(page: Page, name: string, body: string, status = 200): Promise<string> {
  const contentType = body.startsWith('<') ? 'text/html' : 'application/json';
  await page.route(`**/${name}`, (route) => route.fulfill({ status, body, contentType }));
  return `./${name}`;
}

/** Goes from the bundled record to another file by the page's own dialog. */
async function openByAddress(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: /^Dataset/ }).click();
  await page
    .getByRole('menuitem', { name: /by address/ })
    .or(page.getByRole('button', { name: /by address/ }))
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: /by address/ });
  await dialog.getByRole('textbox').fill(address);
  await dialog.getByRole('button', { name: 'Open' }).click();
}

function notice(page: Page): Locator {
  return page
    .getByRole('alert')
    .or(page.getByRole('status'))
    .filter({ visible: true, hasNotText: /^\s*\d+ events?, \d+ named\s*$/ });
}

test.describe('a file that cannot be read', () => {
  test.use({ allowedFaults: { patterns: [/Failed to load resource/] } });

  const cases: readonly (readonly [string, string, number, RegExp])[] = [
    ['is not there', '', 404, /404|not found|no file/i],
    ['is empty', '', 200, /empty|nothing/i],
    ['breaks off', dataset([GOOD_EVENT]).slice(0, 90), 200, /JSON|breaks off|incomplete|ends/i],
    ['is a web page', '<!doctype html><title>Sign in</title>', 200, /JSON|HTML|web page/i],
    ['is not a dataset', '{"name": "something else"}', 200, /format|entente\/1|dataset/i],
    ['is a list', '[1, 2, 3]', 200, /list|object|dataset/i],
    ['is of a later format', dataset([]).replace('entente/1', 'entente/9'), 200, /format/],
  ];
  test('is told of in words, whatever is wrong with it, and the earlier record stays', async ({
    page,
  }) => {
    await open(page);
    const before = await shownIds(page);
    for (const [what, body, status, words] of cases) {
      await test.step(what, async () => {
        const name = `${what.replaceAll(' ', '-')}.json`;
        await openByAddress(page, new URL(await serve(page, name, body, status), page.url()).href);
        // The words are looked for beside the name, which a case may hold as well.
        const said = notice(page).filter({ hasText: name });
        await expect(said.first()).toBeVisible();
        await expect
          .poll(async () => (await said.first().innerText()).replaceAll(name, ''))
          .toMatch(words);
        await ready(page);
        expect(await shownIds(page)).toEqual(before);
      });
    }
  });

  test('of a later format is shown with what was expected and found', async ({ page }) => {
    await open(page);
    await serve(page, 'later.json', dataset([GOOD_EVENT]).replace('entente/1', 'entente/9'));
    await openByAddress(page, new URL('later.json', page.url()).href);
    await page.getByRole('button', { name: /show why/i }).click();
    const dialog = page.getByRole('dialog');
    for (const words of ['format', 'entente/1', 'entente/9'])
      await expect(dialog.getByText(words).first()).toBeVisible();
  });

  test('opened by the address bar, it leaves no blank page', async ({ page, baseURL }) => {
    const missing = encodeURIComponent(`${baseURL}missing.json`);
    await page.goto(`./?data=${missing}`);
    await expect(notice(page).filter({ hasText: 'missing.json' }).first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  });

  test('no network is said in words', async ({ page }) => {
    await open(page);
    const before = await shownIds(page);
    await page.route('**/other.json', (route) => route.abort('internetdisconnected'));
    await openByAddress(page, new URL('other.json', page.url()).href);
    await expect(notice(page).first()).toBeVisible();
    await ready(page);
    expect(await shownIds(page)).toEqual(before);
  });
});

test.describe('a foreign server', () => {
  test.use({ allowedFaults: { patterns: [/Failed to load resource/, /127\.0\.0\.1/, /CORS/] } });

  let server: Server;
  let address: string;
  let withCors = false;
  let closedEarly = false;

  test.beforeEach(async () => {
    closedEarly = false;
    server = createServer((_request, response) => {
      const cors = withCors ? { 'Access-Control-Allow-Origin': '*' } : {};
      // Five gigabytes are promised; who reads on gets them at ten megabytes a second.
      response.writeHead(200, {
        ...cors,
        'Content-Type': 'application/json',
        'Content-Length': String(5 * 2 ** 30),
      });
      response.write('{"format": "entente/1", "filler": "');
      const drip = setInterval(() => response.write('x'.repeat(1_000_000)), 100);
      response.on('close', () => {
        closedEarly = true;
        clearInterval(drip);
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/huge.json`;
  });

  test.afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test('that promises 5 GB is not read to the end', async ({ page }) => {
    withCors = true;
    await open(page);
    const before = await shownIds(page);
    await openByAddress(page, address);
    await expect(
      notice(page)
        .filter({ hasText: /large|big|GB|MB/ })
        .first(),
    ).toBeVisible();
    await expect.poll(() => closedEarly).toBe(true);
    await ready(page);
    expect(await shownIds(page)).toEqual(before);
  });

  test('that allows no reading by others is said in words', async ({ page }) => {
    withCors = false;
    await open(page);
    await openByAddress(page, address);
    await expect(notice(page).filter({ hasText: 'huge.json' }).first()).toBeVisible();
    await expect(
      notice(page)
        .filter({ hasText: /allow|CORS|another site|reach/i })
        .first(),
    ).toBeVisible();
  });
});

test.describe('a dataset with bad events', () => {
  const bad = dataset([
    GOOD_EVENT,
    { ...GOOD_EVENT, id: 'bad-date', date: '2023-02-30' },
    { ...GOOD_EVENT, id: 'bad-kind', kind: 'party' },
    'not even an object',
    { ...GOOD_EVENT, id: 'second-good', title: 'A second good event', date: '2023-05' },
  ]);

  test('shows the good ones, sets the others aside and says why', async ({ page, baseURL }) => {
    await serve(page, 'bad.json', bad);
    await page.goto(`./?data=${encodeURIComponent(`${baseURL}bad.json`)}`);
    await ready(page);
    expect((await shownIds(page)).toSorted()).toEqual(['good-event', 'second-good']);
    await expect(page.getByText(/3 events set aside/).first()).toBeVisible();
    await test.step('where, what was expected and what was found', async () => {
      await page
        .getByRole('button', { name: /set aside|show why/i })
        .first()
        .click();
      for (const words of ['events[1].date', '2023-02-30', 'events[2].kind', 'party', 'events[3]'])
        await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
    });
  });
});

test.describe('hostile text', () => {
  const markup = '<img src=x onerror="document.title=\'broken\'"><b>bold</b>';
  const hostile = dataset(
    [
      {
        ...GOOD_EVENT,
        title: markup,
        summary: '<script>document.title="broken"</script>',
        place: { name: '<i>nowhere</i>' },
        actors: ['someone'],
        sources: ['bad-link', 'good-link', 'data-link'],
        tags: ['a"b', '<u>'],
      },
    ],
    {
      title: '<h1>Title</h1>',
      actors: [{ id: 'someone', name: '<em>Someone</em>', kind: 'person' }],
      sources: [
        { id: 'bad-link', title: 'Script link', publisher: 'X', url: 'javascript:alert(1)' },
        { id: 'data-link', title: 'Data link', publisher: 'X', url: 'data:text/html,<b>' },
        { id: 'good-link', title: 'Web link', publisher: 'X', url: 'https://example.org/a' },
      ],
    },
  );

  test('shows as text and makes no link but to the web', async ({ page, baseURL }) => {
    await serve(page, 'hostile.json', hostile);
    await page.goto(`./?data=${encodeURIComponent(`${baseURL}hostile.json`)}&event=good-event`);
    await ready(page);
    const detail = page.getByRole('complementary', { name: 'Event' });

    await test.step('shows as text', async () => {
      await expect(detail.getByRole('heading', { name: markup })).toBeVisible();
      await expect(detail).toContainText('<script>');
      await expect(detail).toContainText('<em>Someone</em>');
      await expect(detail.locator('img, b, i, em, u, script')).toHaveCount(0);
      expect(await page.title()).not.toBe('broken');
      await expect(eventButton(page, 'good-event')).toBeAttached();
    });

    await test.step('makes no link but to the web, and that one gives nothing away', async () => {
      await expect(detail).toContainText('Script link');
      const links = await detail
        .locator('a[href]')
        .evaluateAll((all) =>
          all.map((link) => ({ href: link.getAttribute('href'), rel: link.getAttribute('rel') })),
        );
      const foreign = links.filter(({ href }) => !href?.startsWith('?') && !href?.startsWith('#'));
      expect(foreign).toEqual([{ href: 'https://example.org/a', rel: 'noopener noreferrer' }]);
    });
  });
});

test('the page runs no script and no style that it did not ship', async ({ page }) => {
  await open(page);
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  expect((await readCounts(page)).events).toBeGreaterThan(0);
});

test('an address full of faults leaves the timeline most of its room', async ({ page }) => {
  await open(
    page,
    '?from=2023-02-30&to=abc&asof=2023-13-01&actors=zz&kinds=ball&status=gone&tags=nix&lang=fr&theme=blue&foo=1',
  );
  await expect(page.getByText(/foo=1/)).toBeAttached();
  await ready(page);
  const height = await page
    .getByRole('region', { name: 'Timeline' })
    .evaluate((region) => region.getBoundingClientRect().height);
  expect(height).toBeGreaterThan(250);
});
