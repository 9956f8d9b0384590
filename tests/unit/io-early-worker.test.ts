import { afterEach, describe, expect, it, vi } from 'vitest';

/** The module as the page's head runs it, at an address. */
async function startAt(search: string | undefined) {
  const started: string[] = [];
  const FakeWorker = vi.fn(function start(this: object, url: URL) {
    started.push(url.pathname.split('/').at(-1) ?? '');
  });
  vi.resetModules();
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('document', search === undefined ? undefined : { location: { search } });
  const { takeLargeWorker } = await import('../../src/io/large/early-worker');
  return { started, takeLargeWorker };
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
});
