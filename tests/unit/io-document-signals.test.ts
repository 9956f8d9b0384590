import { beforeEach, describe, expect, it, vi } from 'vitest';
import { beginBusy, markReady } from '../../src/io/document-signals';

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

  it('stays ready once it is', () => {
    markReady();
    markReady();
    expect(dataset).toEqual({ ready: 'true' });
  });
});
