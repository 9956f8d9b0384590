import { afterEach, describe, expect, it, vi } from 'vitest';

/** The module as the page's head runs it, at an address. */
async function startAt(search: string | undefined) {
  /** The names of the workers. */
  const started: string[] = [];
  const FakeWorker = vi.fn(function start(this: object, url: URL, { name = '' }: WorkerOptions) {
    expect(url.pathname).toMatch(/large\.worker\.ts$/);
    started.push(name);
  });
  vi.resetModules();
  vi.stubGlobal('Worker', FakeWorker);
  const baseURI = 'https://own.example/app/';
  const document = { location: { search, origin: 'https://own.example' }, baseURI };
  vi.stubGlobal('document', search === undefined ? undefined : document);
  const { takeLargeWorker, prepareLargeWorker } = await import('../../src/io/large/early-worker');
  return { started, takeLargeWorker, prepareLargeWorker };
}

afterEach(() => vi.unstubAllGlobals());

describe('the worker of a large file', () => {
  it.each(['?data=./many.ndjson', '?v=1&data=https://a.example/b.PARQUET%3Fc', '?data=a.jsonl'])(
    'starts before the app where the address names one: %s',
    async (search) => {
      const { started, takeLargeWorker } = await startAt(search);
      expect(started).toHaveLength(1);
      const worker = takeLargeWorker();
      expect(started).toHaveLength(1);
      expect(takeLargeWorker()).not.toBe(worker);
      expect(started).toHaveLength(2);
    },
  );

  it.each(['', '?data=japan-us', '?data=./small.json', '?q=a.ndjson', undefined])(
    'starts when it is asked for at any other address: %s',
    async (search) => {
      const { started, takeLargeWorker } = await startAt(search);
      expect(started).toHaveLength(0);
      takeLargeWorker();
      expect(started).toHaveLength(1);
    },
  );

  it.each([
    ['?data=./many.ndjson', 'https://own.example/app/many.ndjson'],
    ['?data=%2Fa%2Fb.parquet%3Fc%3D1', 'https://own.example/a/b.parquet?c=1'],
    ['?data=https://a.example/b.ndjson', ''],
  ])('is told what to fetch at once where that lies on the own origin: %s', async (search, url) => {
    const { started } = await startAt(search);
    expect(started).toEqual([url]);
  });

  it('is there already for a file that was prepared for, and started once for that', async () => {
    const { started, prepareLargeWorker, takeLargeWorker } = await startAt('');
    prepareLargeWorker();
    prepareLargeWorker();
    takeLargeWorker();
    expect(started).toEqual(['']);
  });
});
