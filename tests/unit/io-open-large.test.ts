import { describe, expect, it, vi } from 'vitest';
import { openLarge } from '../../src/io/large/open-large';
import type { LargeFormat, OpenedLarge, OpenRequest } from '../../src/io/large/protocol';
import { createLineReader } from '../../src/io/large/text-lines';
import { openPacked } from '../../src/model/open-packed';
import { formatIsoDay } from '../../src/time/day';
import { eventually } from '../support/eventually';
import { SMALL_FILE } from '../support/small-record';

const { events: EVENTS, ...WHOLE_HEAD } = SMALL_FILE;
const HEAD = { ...WHOLE_HEAD, views: [] };
const [EVENT] = EVENTS;

interface Options {
  readonly format?: LargeFormat;
  readonly name?: string;
  readonly maxBytes?: number;
  readonly maxEvents?: number;
  readonly allocate?: () => ArrayBuffer;
  readonly heapBytes?: number;
}

const notAsked = vi.fn<typeof fetch>();

function open(content: BlobPart | readonly BlobPart[], options: Options = {}) {
  const { format = 'ndjson', name = 'test-file', heapBytes, ...limits } = options;
  const parts = Array.isArray(content) ? (content as BlobPart[]) : [content as BlobPart];
  const source = { kind: 'file', file: new File(parts, `${name}.${format}`) } as const;
  const request: OpenRequest = {
    format,
    source,
    name,
    canShare: false,
    ...(heapBytes !== undefined && { heapBytes }),
  };
  const onProgress = () => undefined;
  return openLarge(request, { fetch: notAsked, nowMs: () => 0, onProgress, ...limits });
}

const lines = (...values: readonly unknown[]) =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

function opened(answer: OpenedLarge) {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return { ...answer, dataset: openPacked(answer.head, answer.packed) };
}

const idsOf = (answer: OpenedLarge) => [...opened(answer).dataset.events].map(({ id }) => id);
const failureOf = async (answer: Promise<OpenedLarge>) => {
  const found = await answer;
  return found.ok ? undefined : found.failure;
};

describe('a file of lines', () => {
  it('may give times of day, at fault or not', async () => {
    const place = { name: 'There', timeZone: 'Asia/Tokyo' };
    const timed = { ...EVENT, id: 'timed', date: '2023-05-19', time: '09:30', place };
    const vague = { ...timed, id: 'vague', date: '2023-05' };
    const { dataset, issues, packed } = opened(await open(lines(HEAD, timed, vague)));
    const times = [...dataset.events].map(({ states }) => states.at(-1)?.time);
    expect(times).toEqual(['09:30', undefined]);
    expect(issues).toMatchObject([{ path: 'line 3: time', severity: 'warning' }]);
    expect([packed.timedEntries.length, packed.zoneNames]).toEqual([1, ['Asia/Tokyo']]);
  });

  it('gives the dataset that its head describes', async () => {
    const answer = opened(await open(lines(WHOLE_HEAD, ...EVENTS)));
    expect(answer).toMatchObject({ issues: [], issueCount: 0, setAsideCount: 0 });
    expect(answer.dataset).toMatchObject({
      id: HEAD.id,
      title: HEAD.title,
      parties: HEAD.parties,
      views: WHOLE_HEAD.views.map(({ id }) => ({ id })),
    });
    expect(idsOf(answer)).toEqual(EVENTS.map(({ id }) => id));
  });

  it('may begin with a BOM, end its lines by CRLF, and have blank lines anywhere', async () => {
    const text = `\ufeff\r\n${lines(HEAD, ...EVENTS).replaceAll('\n', '\r\n\r\n')}`;
    expect(idsOf(await open(text))).toEqual(EVENTS.map(({ id }) => id));
    expect(idsOf(await open(`${text}\r\n`))).toEqual(EVENTS.map(({ id }) => id));
  });

  it('keeps broken lines out, each with its number and what was found there', async () => {
    const text = lines(HEAD, EVENT, '{"id": oops}', '', '{"id": "cut', {
      ...EVENT,
      id: 'x',
      date: 'soon',
    });
    const answer = opened(await open(text));
    expect(idsOf(answer)).toEqual([EVENT?.id]);
    expect(answer.setAsideCount).toBe(3);
    expect(answer.issues).toMatchObject([
      { path: 'line 3', expected: { key: 'json-line', values: { column: 8 } }, found: '“oops}”' },
      {
        path: 'line 5',
        expected: { key: 'json-line-rest', values: { column: 12 } },
        found: 'lineend',
      },
      { path: 'line 6: date', expected: { key: 'date' }, found: '“soon”' },
    ]);
  });

  it('keeps out a line that is not UTF-8, wherever the bytes part, and no other', async () => {
    const cut = new TextEncoder().encode(JSON.stringify({ ...EVENT, id: 'cut', title: '会談' }));
    const bytes = (text: string) => new TextEncoder().encode(`${text}\n`);
    const good = JSON.stringify({ ...EVENT, id: 'good', title: '会談 \ufffd' });
    const at = cut.indexOf(0xe4);
    const content = [
      bytes(`\ufeff${JSON.stringify(HEAD)}`),
      cut.filter((_, i) => i !== at + 1),
      bytes(`\n${good}`),
    ];
    const whole = new Uint8Array(await new Blob(content).arrayBuffer());
    for (const size of [1, 7, 64, whole.length]) {
      const found: [number, boolean][] = [];
      const texts: string[] = [];
      const reader = createLineReader(({ number, isUtf8, text }) => {
        found.push([number, isUtf8]);
        texts.push(text);
      });
      for (let from = 0; from < whole.length; from += size)
        reader.add(whole.subarray(from, from + size));
      reader.end();
      expect(found).toEqual([
        [1, true],
        [2, false],
        [3, true],
      ]);
      expect([texts[0], texts[2]]).toEqual([JSON.stringify(HEAD), good]);
    }
    const answer = opened(await open(content));
    expect(idsOf(answer)).toEqual(['good']);
    expect(answer.issues).toMatchObject([{ path: 'line 2', expected: { key: 'utf8' } }]);
    expect(answer.issues[0]?.found).toMatch(/^“.*\ufffd+談/);
  });

  it('keeps out a line of zero bytes, and shows them', async () => {
    const answer = opened(await open(lines(HEAD, '\0\0', EVENT)));
    expect(idsOf(answer)).toEqual([EVENT?.id]);
    expect(answer.issues).toMatchObject([{ path: 'line 2', found: '“␀␀”' }]);
  });

  it('takes the names of an object’s own parts for ids, tags and nothing else', async () => {
    const named = ['constructor', 'tostring'].map((id) =>
      JSON.stringify({ ...EVENT, id, actors: [], links: [], sources: [], tags: ['__proto__'] }),
    );
    const text = lines(HEAD, ...named, '{"__proto__":{"polluted":true},"id":"x"}');
    const answer = opened(await open(text));
    expect(idsOf(answer)).toEqual(['constructor', 'tostring']);
    expect(answer.setAsideCount).toBe(1);
    expect('polluted' in {}).toBe(false);
  });

  it('sets lines aside that hold no object', async () => {
    const answer = opened(await open(lines(HEAD, EVENT, '[]', '7', 'null')));
    expect(answer.issues.map(({ path }) => path)).toEqual(['line 3', 'line 4', 'line 5']);
  });

  it('does not hold a line of more than ten million characters', async () => {
    const long = `{"id":"long","title":"${'x'.repeat(11_000_000)}"}`;
    const answer = opened(await open(lines(HEAD, long, EVENT)));
    expect(idsOf(answer)).toEqual([EVENT?.id]);
    expect(answer.issues).toMatchObject([{ path: 'line 2', expected: { key: 'line-length' } }]);
    expect(answer.issues[0]?.found.length).toBeLessThan(90);
  });

  it('is no trouble where a value is nested without end', async () => {
    const deep = `{"id":"deep","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const answer = opened(await open(lines(HEAD, deep, EVENT)));
    expect(idsOf(answer)).toEqual([EVENT?.id]);
    expect(answer.setAsideCount).toBe(1);
  });

  it('sets aside all but the first of one event repeated', async () => {
    const text = lines(HEAD, ...Array.from({ length: 10_000 }, () => EVENT));
    const answer = opened(await open(text));
    expect(idsOf(answer)).toEqual([EVENT?.id]);
    expect(answer).toMatchObject({ setAsideCount: 9_999, issueCount: 9_999 });
    expect(answer.issues).toHaveLength(1000);
    expect(answer.issues[0]).toMatchObject({ path: 'line 3: id', expected: { key: 'unique-id' } });
  });

  it('may hold a whole dataset on its first line', async () => {
    expect(idsOf(await open(lines(SMALL_FILE)))).toEqual(EVENTS.map(({ id }) => id));
  });

  it('takes no event for a head', async () => {
    const answer = await open(lines({ ...EVENT, format: 'entente/1' }, EVENTS[1]));
    expect(idsOf(answer)).toEqual([EVENT?.id, EVENTS[1]?.id]);
  });

  it('is one value under the wrong name where it begins one that runs over lines', async () => {
    for (const value of [SMALL_FILE, EVENTS]) {
      const text = JSON.stringify(value, null, 2);
      expect(await failureOf(open(text))).toEqual({ kind: 'oneValue' });
    }
    const answer = opened(await open(lines('{"id": "cut', EVENT)));
    expect(idsOf(answer)).toEqual([EVENT?.id]);
  });

  it('says how many lines are at fault where all are', async () => {
    const failure = await failureOf(open('no\n'.repeat(1200)));
    expect(failure).toMatchObject({ kind: 'notDataset', issueCount: 1200 });
    expect(failure?.kind === 'notDataset' && failure.issues.length).toBe(1000);
  });

  it('says what is amiss with a head', async () => {
    expect(await failureOf(open(lines({ ...HEAD, format: 'entente/9' }, EVENT)))).toMatchObject({
      kind: 'notDataset',
      issues: [{ path: 'format', found: '“entente/9”' }],
    });
  });
});

describe('a file of lines without a head', () => {
  const plain = { ...EVENT, actors: undefined, sources: undefined, links: undefined };
  const event = (id: string, more: object) => ({ ...plain, id, ...more });

  it('is named after the file', async () => {
    const { dataset } = opened(await open(lines(plain), { name: 'US & Japan 2023' }));
    expect(dataset).toMatchObject({ id: 'us-japan-2023', title: 'US & Japan 2023', views: [] });
  });

  it('is about the two countries that most events name', async () => {
    const text = lines(
      event('a', { parties: ['FR', 'JP'] }),
      event('b', { parties: ['JP', 'KR'] }),
      event('c', { parties: ['KR', 'JP'] }),
    );
    expect(opened(await open(text)).dataset.parties).toEqual(['JP', 'KR']);
  });

  it('has codes of no country where events name fewer than two', async () => {
    const text = lines(event('a', { parties: ['JP'] }));
    expect(opened(await open(text)).dataset.parties).toEqual(['JP', 'ZZ']);
    expect(opened(await open(lines(event('a', { parties: [] })))).dataset.parties).toEqual([
      'XX',
      'ZZ',
    ]);
  });

  it('is recorded through the last day of an event that happened', async () => {
    const text = lines(
      event('a', { date: '2023-03', status: 'happened' }),
      event('b', { date: '2023-02-01/..', status: 'under-way' }),
      event('c', { date: '2023-09-01', status: 'scheduled' }),
    );
    const { dataset } = opened(await open(text));
    expect(formatIsoDay(dataset.recordedThrough)).toBe('2023-03-31');
  });

  it('has an actor for each id that an event or a revision names', async () => {
    const revision = { known: '2020-01-01', status: 'scheduled', actors: [{ actor: 'c' }] };
    const answer = opened(
      await open(
        lines(
          event('a', { actors: ['a', { actor: 'b', role: 'Head' }] }),
          event('b', { revisions: [revision] }),
        ),
      ),
    );
    expect(answer.issues).toEqual([]);
    expect([...answer.dataset.actors.values()]).toEqual(
      ['a', 'b', 'c'].map((id) => ({ id, name: id, kind: 'group', memberOf: [], offices: [] })),
    );
  });

  it('is no dataset where not one line is an event', async () => {
    expect(await failureOf(open('# Title\n\nSome words.'))).toMatchObject({
      kind: 'notDataset',
      issues: [{ path: 'line 1' }, { path: 'line 3' }],
    });
  });
});

describe('a file that is no text', () => {
  it.each(['', '\n \r\n', '\ufeff'])('says of %j that it is empty', async (text) => {
    expect(await failureOf(open(text))).toEqual({ kind: 'empty' });
  });

  it('says of gzip that it is no text', async () => {
    const gzip = new Blob([lines(HEAD, EVENT)]).stream().pipeThrough(new CompressionStream('gzip'));
    const bytes = await new Response(gzip).arrayBuffer();
    expect(await failureOf(open(bytes))).toEqual({ kind: 'binary' });
    expect(await failureOf(open(bytes, { format: 'json' }))).toEqual({ kind: 'binary' });
  });

  it.each([
    ['zip', 'PK\u0003\u0004'],
    ['Parquet', 'PAR1'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0'],
  ])('says of %s that it is no text', async (_, start) => {
    const bytes = Uint8Array.from(start, (letter) => letter.charCodeAt(0));
    for (const format of ['ndjson', 'json'] as const)
      expect(await failureOf(open(bytes, { format }))).toEqual({ kind: 'binary' });
  });

  it.each(['\ufeff', ''])('says of UTF-16 that it is not UTF-8, with the mark %j', async (mark) => {
    const units = Uint16Array.from(`${mark}${lines(HEAD, EVENT)}`, (letter) =>
      letter.charCodeAt(0),
    );
    const little = new Uint8Array(units.buffer);
    const big = little.map((_, i) => little[i ^ 1] ?? 0);
    for (const bytes of [little, big])
      for (const format of ['ndjson', 'json'] as const)
        expect(await failureOf(open(bytes, { format }))).toEqual({
          kind: 'encoding',
          line: 1,
          found: 'UTF-16',
        });
  });

  it('says at which line JSON is not UTF-8', async () => {
    const text = JSON.stringify({ ...SMALL_FILE, title: 'Caf|' }, null, 1);
    const bytes = Uint8Array.from(text.replace('|', '\u00e9'), (letter) => letter.charCodeAt(0));
    const line = text.slice(0, text.indexOf('|')).split('\n').length;
    expect(await failureOf(open(bytes, { format: 'json' }))).toEqual({
      kind: 'encoding',
      line,
      found: '“tle": "Caf\ufffd",␊”',
    });
  });
});

describe('limits', () => {
  it('stop at too many bytes, before the first if the size is known', async () => {
    const text = lines(HEAD, EVENT);
    expect(await failureOf(open(text, { maxBytes: 100 }))).toEqual({
      kind: 'tooLarge',
      maxBytes: 100,
    });
  });

  it('stop at too many events, good or bad', async () => {
    const text = lines(HEAD, EVENT, 'no', EVENTS[1]);
    expect(await failureOf(open(text, { maxEvents: 2 }))).toEqual({
      kind: 'tooMany',
      maxEvents: 2,
    });
    expect((await open(text, { maxEvents: 3 })).ok).toBe(true);
  });

  it('stop at JSON that would overflow the heap, which lines do not', async () => {
    const json = JSON.stringify(SMALL_FILE);
    const [few, enough] = [4 * json.length, 6 * json.length];
    expect(await failureOf(open(json, { format: 'json', heapBytes: few }))).toEqual({
      kind: 'memory',
    });
    expect((await open(json, { format: 'json', heapBytes: enough })).ok).toBe(true);
    expect((await open(lines(HEAD, EVENT), { heapBytes: few })).ok).toBe(true);
  });

  it('say when memory runs out', async () => {
    const allocate = () => {
      throw new RangeError('Array buffer allocation failed');
    };
    expect(await failureOf(open(lines(HEAD, EVENT), { allocate }))).toEqual({ kind: 'memory' });
  });
});

describe('a large file of JSON', () => {
  it('names faults as a small one does', async () => {
    const events = [EVENT, { ...EVENTS[1], date: '2023-02-30' }];
    const answer = opened(
      await open(JSON.stringify({ ...SMALL_FILE, events, views: [] }), { format: 'json' }),
    );
    expect(idsOf(answer)).toEqual([EVENT?.id]);
    expect(answer.issues).toMatchObject([{ path: 'events[1].date' }]);
  });

  it.each([
    ['', { kind: 'empty' }],
    ['{\n "id": oops}', { kind: 'json', line: 2, column: 8 }],
    ['{"format": ', { kind: 'truncated', line: 1, column: 12 }],
    ['7', { kind: 'notDataset' }],
    [lines(HEAD, EVENT), { kind: 'lines' }],
    [JSON.stringify(HEAD), { kind: 'notDataset', issues: [{ path: 'events' }] }],
  ])('says what is amiss with %j', async (text, failure) => {
    expect(await failureOf(open(text, { format: 'json' }))).toMatchObject(failure);
  });
});

describe('what a server sends', () => {
  /** Goes on by 30 ms with each chunk. */
  const clock = { ms: 0 };
  const ask = (answer: () => Promise<Response>, { isSameOrigin = true, slowMs = 1000 } = {}) => {
    const told: unknown[] = [];
    const fetched = vi.fn<typeof fetch>(answer);
    const url = 'https://example.org/events.ndjson';
    const source = { kind: 'url', url, isSameOrigin } as const;
    const done = openLarge(
      { format: 'ndjson', source, name: 'events', canShare: false },
      { fetch: fetched, nowMs: () => clock.ms, onProgress: (progress) => told.push(progress) },
    );
    clock.ms += slowMs;
    return { done, told, fetched };
  };
  const streamOf = (text: string, chunkBytes: number, end: 'close' | 'error') => {
    const bytes = new TextEncoder().encode(text);
    let at = 0;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.slice(at, at + chunkBytes));
        else if (end === 'close') controller.close();
        else controller.error(new TypeError('terminated'));
        at += chunkBytes;
        clock.ms += 30;
      },
    });
  };
  const text = lines({ ...HEAD, title: { ja: '日米関係' } }, ...EVENTS);

  it('is read in chunks that part lines and characters', async () => {
    const { done } = ask(() => Promise.resolve(new Response(streamOf(text, 7, 'close'))));
    const { dataset } = opened(await done);
    expect(dataset.title).toEqual({ ja: '日米関係' });
    expect([...dataset.events]).toHaveLength(EVENTS.length);
  });

  it('is told in bytes, events and, where the server says it, of how many', async () => {
    const size = new TextEncoder().encode(text).length;
    const headers = { 'content-length': String(size) };
    const { done, told } = ask(() =>
      Promise.resolve(new Response(streamOf(text, 100, 'close'), { headers })),
    );
    await done;
    expect(told[0]).toEqual({ bytes: 100, totalBytes: size, events: 0 });
    // A tenth of a second lies between one and the next.
    expect(told.length).toBe(Math.ceil(Math.ceil(size / 100) / 4));
    const plain = ask(() => Promise.resolve(new Response(streamOf(text, 100, 'close'))));
    await plain.done;
    expect(plain.told[0]).toMatchObject({ bytes: 100, totalBytes: undefined });
  });

  it('is not told of where it has all come within a moment', async () => {
    const { done, told } = ask(() => Promise.resolve(new Response(streamOf(text, 100, 'close'))), {
      slowMs: 0,
    });
    opened(await done);
    expect(told).toEqual([]);
  });

  it('is told of a while after it stalls too', async () => {
    const told: unknown[] = [];
    let startedMs = performance.now();
    let chunks = 0;
    const url = 'https://example.org/events.ndjson';
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          chunks++;
          if (chunks <= 3)
            controller.enqueue(new TextEncoder().encode(`${JSON.stringify(EVENT)}\n`));
          return chunks <= 3 ? undefined : new Promise(() => undefined);
        },
      },
      { highWaterMark: 0 },
    );
    void openLarge(
      {
        format: 'ndjson',
        source: { kind: 'url', url, isSameOrigin: true },
        name: 'events',
        canShare: false,
      },
      {
        fetch: () => Promise.resolve(new Response(body)),
        nowMs: () => performance.now() - startedMs,
        onProgress: (progress) => told.push(progress),
      },
    );
    startedMs -= 950;
    await eventually(() => expect(told.at(-1)).toMatchObject({ events: 3 }));
  });

  it('is no dataset where the connection breaks off', async () => {
    const { done } = ask(() => Promise.resolve(new Response(streamOf(text, 50, 'error'))));
    expect(await failureOf(done)).toEqual({ kind: 'interrupted' });
  });

  it('is no dataset where it answers with a fault, or not at all', async () => {
    const missing = ask(() => Promise.resolve(new Response('no', { status: 404 })));
    expect(await failureOf(missing.done)).toEqual({ kind: 'http', status: 404 });
    const silent = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await failureOf(ask(silent).done)).toEqual({ kind: 'network' });
    expect(await failureOf(ask(silent, { isSameOrigin: false }).done)).toEqual({
      kind: 'blocked',
      server: 'example.org',
    });
  });

  it('gets no credentials from another site', async () => {
    const answer = () => Promise.resolve(new Response(text));
    const [own, other] = [ask(answer), ask(answer, { isSameOrigin: false })];
    await Promise.all([own.done, other.done]);
    const sent = [own, other].map(({ fetched }) => fetched.mock.calls[0]?.[1]?.credentials);
    expect(sent).toEqual(['same-origin', 'omit']);
  });
});
