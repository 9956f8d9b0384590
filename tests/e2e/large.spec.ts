import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { syntheticDataset } from '../../scripts/make-synthetic.mjs';
import { expectFree } from './longest-task';
import {
  eventButton,
  expect,
  open,
  param,
  ready,
  settleAddress,
  shownIds,
  spanOf,
  test,
} from './support';

const EVENT = {
  id: 'good-event',
  title: 'A good event',
  date: '2023-03-10',
  domains: ['diplomacy'],
  kind: 'meeting',
  parties: ['JP', 'US'],
};
const HEAD = {
  format: 'entente/1',
  id: 'test-lines',
  title: 'Test lines',
  parties: ['JP', 'US'],
  recordedThrough: '2023-12-31',
};

function lines(...values: readonly unknown[]): string {
  return values
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join('\n');
}

/** A dataset of so many made-up events. */
function synthetic(events: number): string {
  const { head, events: each } = syntheticDataset({ events });
  return lines(head, ...each);
}

const progress = (page: Page) => page.getByRole('progressbar');

/** A server of another origin that lets others read; each test says how it answers. */
let server: Server;
let answer: (response: ServerResponse) => void;

test.use({ allowedFaults: { patterns: [/request: http:\/\/127\.0\.0\.1/] } });

test.beforeEach(async () => {
  server = createServer((_request, response) => {
    answer(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});

test.afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const address = (name: string) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`;

function begin(response: ServerResponse, byteLength?: number): void {
  response.writeHead(200, {
    'Access-Control-Allow-Origin': '*',
    ...(byteLength !== undefined && { 'Content-Length': String(byteLength) }),
  });
}

function send(text: string): void {
  answer = (response) => {
    begin(response, Buffer.byteLength(text));
    response.end(text);
  };
}

/** Sends the first half as soon as it is asked for, and the rest when it is told to, or never. */
function sendByHalves(text: string) {
  let waiting: ServerResponse | undefined;
  const bytes = Buffer.from(text);
  const half = Math.floor(bytes.length / 2);
  answer = (response) => {
    waiting = response;
    begin(response, bytes.length);
    response.write(bytes.subarray(0, half));
  };
  const asked = async () => {
    await expect.poll(() => waiting !== undefined).toBe(true);
    return waiting;
  };
  return {
    rest: async () => (await asked())?.end(bytes.subarray(half)),
    breakOff: async () => (await asked())?.destroy(),
  };
}

async function openAddress(page: Page, url: string): Promise<void> {
  await page.getByRole('button', { name: /^Dataset/ }).click();
  await page.getByRole('button', { name: /by address/ }).click();
  const dialog = page.getByRole('dialog', { name: /by address/ });
  await dialog.getByRole('textbox').fill(url);
  await dialog.getByRole('button', { name: 'Open' }).click();
}

async function openFile(page: Page, name: string, content: string): Promise<void> {
  await page.getByRole('button', { name: /^Dataset/ }).click();
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file…' }).click();
  await (await asked).setFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}

test('lines of another server open by their address, as one step of the history', async ({
  page,
}) => {
  send(lines(HEAD, EVENT, { ...EVENT, id: 'second', date: '2023-05' }));
  await open(page);
  const before = await shownIds(page);
  await openAddress(page, address('events.ndjson'));
  await expect(eventButton(page, 'second')).toBeAttached();
  await ready(page);
  await expect.poll(() => param(page, 'data')).toBe(address('events.ndjson'));
  expect((await shownIds(page)).toSorted()).toEqual(['good-event', 'second']);
  await page.goBack();
  await expect.poll(() => shownIds(page)).toEqual(before);
  await ready(page);
});

test('broken lines are kept out and listed by their numbers', async ({ page }) => {
  send(lines(HEAD, EVENT, '{"id": "cut', '', { ...EVENT, id: 'b', kind: 'ball' }));
  await open(page, `?data=${encodeURIComponent(address('events.ndjson'))}`);
  expect(await shownIds(page)).toEqual(['good-event']);
  await expect(page.getByText(/2 events set aside/)).toBeVisible();
  await page.getByRole('button', { name: 'show why' }).click();
  const dialog = page.getByRole('dialog', { name: 'Faults in the file' });
  for (const words of ['line 3', 'line 5: kind', '“ball”'])
    await expect(dialog.getByText(words).first()).toBeVisible();
});

test('an event repeated ten thousand times is there once', async ({ page }) => {
  send(lines(HEAD, ...Array.from({ length: 10_000 }, () => EVENT)));
  await open(page, `?data=${encodeURIComponent(address('events.ndjson'))}`);
  expect(await shownIds(page)).toEqual(['good-event']);
  await expect(page.getByText(/9,999 events set aside/)).toBeVisible();
});

test('a load tells how far it is, and opens when all has come', async ({ page }) => {
  const { rest } = sendByHalves(synthetic(5000));
  await open(page);
  await openAddress(page, address('five%20thousand.ndjson'));
  await expect(progress(page)).toHaveAttribute('aria-valuetext', /[\d,]+ events · (49|50) %/);
  await expect(progress(page)).toHaveAccessibleName('Loading five thousand.ndjson');
  await rest();
  await expect(progress(page)).toBeHidden();
  await ready(page);
  await expect(page.getByText(/^5,000 events/)).toBeVisible();
});

test('a load that is cancelled leaves all as it was', async ({ page }) => {
  sendByHalves(synthetic(5000));
  await open(page, '?from=2023-03-01&to=2023-06-30');
  await settleAddress(page);
  const before = { url: page.url(), ids: await shownIds(page), span: spanOf(page) };
  for (const how of ['its button', 'Escape'] as const) {
    await test.step(`by ${how}`, async () => {
      await openAddress(page, address('events.ndjson'));
      await expect(progress(page)).toHaveAttribute('aria-valuenow', /49|50/);
      const button = page.getByRole('button', { name: 'Cancel' });
      if (how === 'Escape') await button.press('Escape');
      else await button.click();
      await expect(progress(page)).toBeHidden();
      await settleAddress(page);
      expect({ url: page.url(), ids: await shownIds(page), span: spanOf(page) }).toEqual(before);
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  }
});

test.describe('what gives no dataset', () => {
  test.use({
    allowedFaults: { patterns: [/request: http:\/\/127\.0\.0\.1/, /Failed to load resource/] },
  });

  test('a server that stops half-way is told of, and the earlier record stays', async ({
    page,
  }) => {
    const { breakOff } = sendByHalves(synthetic(5000));
    await open(page);
    const before = await shownIds(page);
    await openAddress(page, address('events.ndjson'));
    await expect(progress(page)).toBeVisible();
    await breakOff();
    await expect(page.getByRole('alert')).toContainText('the connection broke off');
    await ready(page);
    expect(await shownIds(page)).toEqual(before);
  });

  const cases: readonly (readonly [name: string, body: string, words: RegExp])[] = [
    ['empty.ndjson', '', /empty/],
    ['packed.ndjson', '\u001f\u008b\u0008\u0000\u0000', /If it is compressed, unpack it/],
    [
      'words.ndjson',
      'Dear reader,\nthis is a letter.',
      /not a dataset.*line 1.*expected valid JSON/,
    ],
    ['lines.parquet', lines(HEAD, EVENT), /damaged, or no Parquet file/],
    ['later.jsonl', lines({ ...HEAD, format: 'entente/9' }, EVENT), /“entente\/9”/],
  ];
  test('is told of in words, whatever it is, and the earlier record stays', async ({ page }) => {
    await open(page);
    const before = await shownIds(page);
    for (const [name, body, words] of cases) {
      await test.step(name, async () => {
        const bytes = Buffer.from(body, name.startsWith('packed') ? 'latin1' : 'utf8');
        answer = (response) => {
          begin(response, bytes.length);
          response.end(bytes);
        };
        await openAddress(page, address(name));
        const alert = page.getByRole('alert').filter({ hasText: name });
        await expect(alert).toContainText(words);
        await ready(page);
        expect(await shownIds(page)).toEqual(before);
      });
    }
  });
});

test('a file of the reader’s own opens, stays out of the address, and can be gone back to', async ({
  page,
}) => {
  await open(page);
  const before = await shownIds(page);
  await openFile(page, 'own.ndjson', lines(EVENT));
  await expect(eventButton(page, 'good-event')).toBeAttached();
  await ready(page);
  await expect.poll(() => param(page, 'data')).toBeNull();
  await expect(page.getByText(/“own\.ndjson” was opened from this device/)).toBeVisible();
  await page.goBack();
  await expect.poll(() => shownIds(page)).toEqual(before);
  await ready(page);
  await expect(page.getByText(/was opened from this device/)).toBeHidden();
  await page.goForward();
  await expect(eventButton(page, 'good-event')).toBeAttached();
  await page.reload();
  await expect(page.getByText(/“own\.ndjson” can no longer be read/)).toBeVisible();
  await ready(page);
  expect((await shownIds(page)).length).toBeGreaterThan(1);
});

test('the page is isolated; a small JSON file opens in it, and so does one that is dropped on it', async ({
  page,
}) => {
  await open(page);
  expect(await page.evaluate(() => crossOriginIsolated), 'isolated, to share columns').toBe(true);
  const small = { ...HEAD, events: [{ ...EVENT, id: 'small-event' }] };
  await openFile(page, 'own.json', JSON.stringify(small));
  await expect(eventButton(page, 'small-event')).toBeAttached();
  const dropped = await page.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.ndjson'));
      return transfer;
    },
    lines(HEAD, EVENT),
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: dropped });
  await expect(page.getByText('Drop the file to open it')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await expect(eventButton(page, 'good-event')).toBeAttached();
  await expect(page.getByText('Drop the file to open it')).toBeHidden();
});

test('JSON that is too large for the page itself is read all the same', async ({ page }) => {
  const { head, events } = syntheticDataset({ events: 8000 });
  send(JSON.stringify({ ...head, events: [...events] }));
  await open(page, `?data=${encodeURIComponent(address('large.json'))}`);
  await expect(page.getByText(/^8,000 events/)).toBeVisible();
});

test.describe('timed', () => {
  test.use({ ownPage: true });

  test('the page is free while a large file is read', async ({ page }) => {
    const text = synthetic(30_000);
    send(text);
    await open(page);
    const before = await page.evaluate(() => performance.getEntriesByName('entente:data').length);
    // Parsing here would take a second.
    await expectFree(page, async () => {
      await openAddress(page, address('large.ndjson'));
      await page.waitForFunction(
        (known) => performance.getEntriesByName('entente:data').length > known,
        before,
        { timeout: 20_000 },
      );
    });
    await expect(page.getByText(/^30,000 events/)).toBeVisible({ timeout: 20_000 });
  });
});
