import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEndTree, type EndTree, forEachEndingAfter } from '../../src/model/end-tree';

/** Enough for three levels over the days themselves now and then: blocks are of 32. */
const someDays = fc.oneof(
  fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 80 }),
  fc
    .tuple(fc.integer({ min: 0, max: 2500 }), fc.integer({ min: 1, max: 3000 }), fc.nat())
    .map(([length, most, seed]) =>
      Array.from({ length }, (_, i) => ((i * 7919 + seed) % 10_007) % most),
    ),
);

function placesAfter(tree: EndTree, end: number, day: number): number[] {
  const places: number[] = [];
  forEachEndingAfter(tree, { end, day }, (place) => places.push(place));
  return places;
}

function filtered(days: Int32Array, end: number, day: number): number[] {
  return Array.from({ length: end }, (_, place) => place).filter(
    (place) => (days[place] ?? 0) > day,
  );
}

describe('an end tree', () => {
  it('visits, in order, exactly the places that a filter finds', () => {
    fc.assert(
      fc.property(
        someDays,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: -60, max: 3010 }),
        (list, share, day) => {
          const days = Int32Array.from(list);
          const tree = createEndTree(days);
          const end = Math.floor(share * days.length);
          expect(placesAfter(tree, end, day)).toEqual(filtered(days, end, day));
          expect(placesAfter(tree, days.length, day)).toEqual(filtered(days, days.length, day));
        },
      ),
    );
  });

  it('visits the same at every edge of a block, with three levels of maxima', () => {
    const days = Int32Array.from({ length: 33_000 }, (_, i) => (i * 7919) % 1009);
    const tree = createEndTree(days);
    expect(tree.maxima.map(({ length }) => length)).toEqual([1032, 33, 2]);
    for (const end of [0, 1, 31, 32, 33, 1023, 1024, 1025, 32_767, 32_768, 32_769, 33_000]) {
      expect(placesAfter(tree, end, 1000)).toEqual(filtered(days, end, 1000));
    }
  });

  it('holds in each level the greatest day of each block below', () => {
    fc.assert(
      fc.property(someDays, (list) => {
        const days = Int32Array.from(list);
        let below: Int32Array = days;
        for (const level of createEndTree(days).maxima) {
          expect(level).toHaveLength(Math.ceil(below.length / 32));
          level.forEach((max, block) => {
            expect(max).toBe(Math.max(...below.subarray(block * 32, block * 32 + 32)));
          });
          below = level;
        }
        expect(below.length).toBeLessThanOrEqual(32);
      }),
    );
  });

  it('looks at few days to find the one that ends late among many', () => {
    const days = new Int32Array(100_000);
    days[77_777] = 5;
    let looks = 0;
    const counting = (array: Int32Array) =>
      new Proxy(array, {
        get: (target, key) => {
          looks += 1;
          return Reflect.get(target, key) as unknown;
        },
      });
    const { maxima } = createEndTree(days);
    const tree = { days: counting(days), maxima: maxima.map(counting) };
    expect(placesAfter(tree, days.length, 0)).toEqual([77_777]);
    expect(looks).toBeLessThan(32 * 4 + 10);
  });
});
