import { describe, expect, it, vi } from 'vitest';
import { keepIfEqual, memoize } from '../../src/lib/memoize';

describe('memoize', () => {
  it('computes once for the same arguments', () => {
    const compute = vi.fn((a: number, b: string) => ({ a, b }));
    const keep = memoize(compute);
    expect(keep(1, 'x')).toBe(keep(1, 'x'));
    expect(compute).toHaveBeenCalledTimes(1);
  });

  it('compares arguments by identity', () => {
    const keep = memoize((list: readonly number[]) => [...list]);
    expect(keep([1])).not.toBe(keep([1]));
  });

  it('forgets the former result when it keeps one', () => {
    const compute = vi.fn((a: number) => a);
    const keep = memoize(compute);
    for (const a of [1, 2, 1]) expect(keep(a)).toBe(a);
    expect(compute).toHaveBeenCalledTimes(3);
  });

  it('serves going to and fro when it keeps more', () => {
    const compute = vi.fn((a: number) => a);
    const keep = memoize(compute, 2);
    for (const a of [1, 2, 1, 2]) expect(keep(a)).toBe(a);
    expect(compute).toHaveBeenCalledTimes(2);
    keep(3);
    keep(1);
    expect(compute).toHaveBeenCalledTimes(4);
  });

  it('keeps a result that is undefined', () => {
    const compute = vi.fn((_a: number) => undefined);
    const keep = memoize(compute);
    keep(1);
    keep(1);
    expect(compute).toHaveBeenCalledTimes(1);
  });
});

it('keepIfEqual hands on the former result while the new one says the same', () => {
  const keep = keepIfEqual<readonly number[]>((a, b) => a.length === b.length);
  const first = [1, 2];
  expect(keep(first)).toBe(first);
  expect(keep([3, 4])).toBe(first);
  const longer = [1, 2, 3];
  expect(keep(longer)).toBe(longer);
});
