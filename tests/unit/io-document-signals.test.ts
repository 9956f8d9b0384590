import { beforeEach, describe, expect, it, vi } from 'vitest';
import { beginBusy, busyWith, markReady } from '../../src/io/document-signals';

let dataset: Record<string, string>;

beforeEach(() => {
  dataset = {};
  vi.stubGlobal('document', { documentElement: { dataset } });
  return () => {
    vi.unstubAllGlobals();
  };
});

describe('the root element', () => {
  it('is busy until the last of several works is done', () => {
    const [endFirst, endSecond] = [beginBusy(), beginBusy()];
    expect(dataset).toEqual({ busy: 'true' });
    endFirst();
    endFirst();
    expect(dataset).toEqual({ busy: 'true' });
    endSecond();
    expect(dataset).toEqual({});
  });

  it('is busy with a work for as long as it takes, and gives on how it ended', async () => {
    const done = busyWith(Promise.resolve('done'));
    const failed = busyWith(Promise.reject(new Error('gone')));
    expect(dataset).toEqual({ busy: 'true' });
    await expect(done).resolves.toBe('done');
    await expect(failed).rejects.toThrow('gone');
    expect(dataset).toEqual({});
  });

  it('stays ready once it is', () => {
    markReady();
    markReady();
    expect(dataset).toEqual({ ready: 'true' });
  });
});
