import { describe, expect, it, vi } from 'vitest';
import { loadDataset } from '../../src/io/load-dataset';
import { SMALL_FILE } from '../support/small-record';

const pageUrl = 'http://127.0.0.1:4173/entente/';

function load(answer: typeof fetch, address = './x.json', signal = new AbortController().signal) {
  return loadDataset(address, { signal, fetch: answer, pageUrl });
}

const answering = (body: BodyInit | null, init?: ResponseInit) =>
  vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, init)));

async function failureOf(...args: Parameters<typeof load>) {
  const loaded = await load(...args);
  return loaded.ok ? undefined : loaded.failure;
}

describe('loading a dataset', () => {
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

  it('reads nothing of a file that is said to be too large', async () => {
    const headers = { 'content-length': String(5e9) };
    const pull = vi.fn<() => void>();
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    expect(await failureOf(answering(body, { headers }))).toEqual({ kind: 'tooLarge' });
    expect(pull).not.toHaveBeenCalled();
  });

  it('hangs up on a file without end as soon as it is too large', async () => {
    const chunk = new Uint8Array(100).fill(32);
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
    const { signal } = new AbortController();
    const options = { signal, fetch: answering(body), pageUrl, maxBytes: 1000 };
    expect(await loadDataset('./x.json', options)).toEqual({
      ok: false,
      failure: { kind: 'tooLarge' },
    });
    expect(cancel).toHaveBeenCalledOnce();
    expect(sentBytes).toBe(1100);
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
