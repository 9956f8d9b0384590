import { describe, expect, it, vi } from 'vitest';
import { type LoadedDataset, type LoadOptions, loadDataset } from '../../src/io/load-dataset';
import { SMALL_FILE } from '../support/small-record';

const pageUrl = 'http://127.0.0.1:4173/entente/';

const broken: LoadedDataset = { ok: false, failure: { kind: 'broken' } };
const openLarge = vi.fn<LoadOptions['openLarge']>(() => Promise.resolve(broken));

function load(
  answer: typeof fetch,
  source: string | File = './x.json',
  signal = new AbortController().signal,
) {
  openLarge.mockReset().mockResolvedValue(broken);
  return loadDataset(source, { signal, fetch: answer, pageUrl, openLarge, smallBytes: 5000 });
}

const answering = (body: BodyInit | null, init?: ResponseInit) =>
  vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, init)));

async function failureOf(...args: Parameters<typeof load>) {
  const loaded = await load(...args);
  return loaded.ok ? undefined : loaded.failure;
}

describe('loading a dataset', () => {
  it('has JSON of many events read in the worker, however few its bytes', async () => {
    const events = Array.from({ length: 1001 }, () => ({ parties: [] }));
    const options = {
      signal: new AbortController().signal,
      fetch: answering(JSON.stringify({ events })),
      pageUrl,
      openLarge,
    };
    openLarge.mockReset().mockResolvedValue(broken);
    await loadDataset('many.json', options);
    expect(openLarge).toHaveBeenCalledWith(expect.objectContaining({ format: 'json' }));
    openLarge.mockReset().mockResolvedValue(broken);
    const file = new File([JSON.stringify({ events })], 'many.json');
    await loadDataset(file, options);
    expect(openLarge).toHaveBeenCalledWith(
      expect.objectContaining({ format: 'json', source: { kind: 'file', file } }),
    );
  });

  it('reads a file in chunks that part characters', async () => {
    const text = JSON.stringify({ ...SMALL_FILE, title: { en: 'Small', ja: '日米関係' } });
    const bytes = new TextEncoder().encode(`\ufeff${text}`);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < bytes.length; i += 7) controller.enqueue(bytes.slice(i, i + 7));
        controller.close();
      },
    });
    const loaded = await load(answering(body));
    expect(loaded).toMatchObject({
      ok: true,
      issues: [],
      dataset: { id: 'small', title: { ja: '日米関係' } },
    });
  });

  it('keeps the good events of a file with a bad one', async () => {
    const [first, second] = SMALL_FILE.events;
    const events = [first, { ...second, date: '2023-02-30' }];
    const loaded = await load(answering(JSON.stringify({ ...SMALL_FILE, events, views: [] })));
    expect(loaded).toMatchObject({ ok: true, issues: [{ path: 'events[1].date' }] });
    expect(loaded.ok && [...loaded.dataset.events].map(({ id }) => id)).toEqual(['visit']);
  });

  it('says which status the server gave', async () => {
    expect(await failureOf(answering('no', { status: 404 }))).toEqual({
      kind: 'http',
      status: 404,
    });
  });

  it.each(['', ' \n'])('says that a file of %j is empty', async (text) => {
    expect(await failureOf(answering(text))).toEqual({ kind: 'empty' });
  });

  it('says of lines of JSON that they are such', async () => {
    expect(await failureOf(answering('{"a": 1}\n{"b": 2}\n'))).toEqual({ kind: 'lines' });
    expect(await failureOf(answering('{"a": 1}\n{b'))).toEqual({ kind: 'lines' });
    expect(await failureOf(answering('{"a": 1\n{"b": 2}'))).toMatchObject({ kind: 'json' });
  });

  it.each([
    ['not UTF-8', Uint8Array.of(0x7b, 0x22, 0x93, 0xfa, 0x22, 0x7d)],
    ['cut in a character', Uint8Array.of(0x7b, 0x22, 0xe5, 0x8d)],
    ['not without zero bytes', new TextEncoder().encode('{"a":\0}')],
  ])('has the worker say what is amiss with a text that is %s', async (_, bytes) => {
    for (const source of ['x.json', new File([bytes], 'x.json')]) {
      await load(answering(bytes), source);
      expect(openLarge).toHaveBeenCalledWith(expect.objectContaining({ format: 'json' }));
    }
  });

  it('says where a text is not JSON', async () => {
    const failure = await failureOf(answering('{\n  "id": oops\n}'));
    expect(failure).toMatchObject({ kind: 'json', line: 2, column: 9 });
  });

  it('says where a text is cut short', async () => {
    const text = JSON.stringify(SMALL_FILE, null, 2).slice(0, 100);
    const lines = text.split('\n');
    expect(await failureOf(answering(text))).toMatchObject({
      kind: 'truncated',
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
    });
  });

  it.each(['[]', '{}', '7', '{"format":"entente/2"}'])(
    'says what is amiss with %s',
    async (text) => {
      const failure = await failureOf(answering(text));
      expect(failure?.kind).toBe('notDataset');
      expect(failure?.kind === 'notDataset' && failure.issues.length).toBeGreaterThan(0);
    },
  );

  it('says of another server that it may not allow reading', async () => {
    const refused = vi.fn<typeof fetch>(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failureOf(refused, 'https://example.org/x.json')).toEqual({
      kind: 'blocked',
      server: 'example.org',
    });
    expect(await failureOf(refused)).toEqual({ kind: 'network' });
  });

  it('sends no credentials to another server', async () => {
    const answer = answering('{}');
    await load(answer, 'https://example.org/x.json');
    await load(answer);
    const sent = answer.mock.calls.map(([, init]) => init?.credentials);
    expect(sent).toEqual(['omit', 'same-origin']);
  });

  it.each([
    'file:///etc/hosts',
    'data:application/json,{}',
    'javascript:alert(1)',
    '//example.org/x.json',
    'https://name:secret@example.org/x.json',
    'https://',
  ])('never asks for %s', async (address) => {
    const answer = answering('{}');
    expect(await failureOf(answer, address)).toEqual({ kind: 'badAddress' });
    expect(answer).not.toHaveBeenCalled();
  });

  it('has a file read in the worker that is said to be large, and reads nothing of it', async () => {
    const headers = { 'content-length': String(5e9) };
    const pull = vi.fn<() => void>();
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    expect(await failureOf(answering(body, { headers }), './some/x.json?y=1')).toEqual({
      kind: 'broken',
    });
    expect(pull).not.toHaveBeenCalled();
    expect(openLarge).toHaveBeenCalledExactlyOnceWith({
      format: 'json',
      source: {
        kind: 'url',
        url: 'http://127.0.0.1:4173/entente/some/x.json?y=1',
        isSameOrigin: true,
      },
      path: '/entente/some/x.json',
    });
  });

  it('hangs up on a file without end as soon as it is too large for here', async () => {
    const chunk = new Uint8Array(1000).fill(32);
    const cancel = vi.fn<() => void>();
    let sentBytes = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          sentBytes += chunk.length;
          controller.enqueue(chunk);
        },
        cancel,
      },
      { highWaterMark: 0 },
    );
    expect(await failureOf(answering(body), 'https://example.org/x.json')).toEqual({
      kind: 'broken',
    });
    expect(cancel).toHaveBeenCalledOnce();
    expect(sentBytes).toBe(6000);
    expect(openLarge.mock.calls[0]?.[0].source).toMatchObject({ isSameOrigin: false });
  });

  it.each([
    ['./a/events.ndjson', 'ndjson', '/entente/a/events.ndjson'],
    ['https://example.org/EVENTS.JSONL?x=.json', 'ndjson', '/EVENTS.JSONL'],
    ['./a.b.parquet', 'parquet', '/entente/a.b.parquet'],
  ])(
    'has %s read in the worker by its name, and asks for it only there',
    async (address, format, path) => {
      const answer = answering('{}');
      await load(answer, address);
      expect(answer).not.toHaveBeenCalled();
      expect(openLarge).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ format, path }));
    },
  );

  it.each([
    ['application/x-ndjson', 'ndjson'],
    ['application/jsonl; charset=utf-8', 'ndjson'],
    ['application/vnd.apache.parquet', 'parquet'],
  ])('knows %s by its type', async (type, format) => {
    await load(answering('{}', { headers: { 'content-type': type } }), './events');
    expect(openLarge).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ format }));
  });

  it('fails without rejecting where the worker’s code does not come', async () => {
    const refused = vi.fn<LoadOptions['openLarge']>(() => Promise.reject(new TypeError('offline')));
    const { signal } = new AbortController();
    const options = { signal, fetch: answering('{}'), pageUrl, openLarge: refused };
    expect(await loadDataset('./x.ndjson', options)).toEqual(broken);
  });

  it('reads a small file of the reader’s own here', async () => {
    const file = new File([JSON.stringify(SMALL_FILE)], 'own.json');
    const loaded = await load(answering('{}'), file);
    expect(loaded).toMatchObject({ ok: true, dataset: { id: 'small' } });
    expect(openLarge).not.toHaveBeenCalled();
  });

  it.each([
    ['events.ndjson', '', 'ndjson'],
    ['events.PARQUET', '', 'parquet'],
    ['events.json', ' '.repeat(5001), 'json'],
  ])('hands %s of the reader’s own to the worker', async (name, text, format) => {
    const file = new File([text], name);
    await load(answering('{}'), file);
    expect(openLarge).toHaveBeenCalledExactlyOnceWith({
      format,
      source: { kind: 'file', file },
      path: name,
    });
  });

  it('says that the connection broke off', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"format"'));
      },
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    });
    expect(await failureOf(answering(body))).toEqual({ kind: 'interrupted' });
  });

  it('can be given up, before the answer and within it', async () => {
    const early = new AbortController();
    early.abort();
    const never = vi.fn<typeof fetch>((_, init) => {
      init?.signal?.throwIfAborted();
      return Promise.reject(new TypeError());
    });
    expect(await failureOf(never, './x.json', early.signal)).toEqual({ kind: 'aborted' });

    const late = new AbortController();
    const body = new ReadableStream({
      pull(controller) {
        late.abort();
        controller.error(late.signal.reason);
      },
    });
    expect(await failureOf(answering(body), './x.json', late.signal)).toEqual({ kind: 'aborted' });
  });
});
