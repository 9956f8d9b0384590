import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commonRows,
  countBefore,
  holds,
  otherRows,
  placeInRange,
  rowAt,
  rowSetOf,
  rowsBetween,
  rowsOfRange,
  sizeOf,
  unmaskedRows,
} from '../../src/query/row-set';

// Over several blocks of words, with full and empty stretches.
const masks = fc
  .tuple(
    fc.array(fc.record({ length: fc.integer({ min: 0, max: 900 }), kind: fc.nat(2) }), {
      maxLength: 6,
    }),
    fc.integer(),
  )
  .map(([stretches, seed]) =>
    Uint8Array.from(
      stretches.flatMap(({ length, kind }) =>
        Array.from({ length }, (_, i) =>
          kind === 2 ? Math.imul(i + seed, 2_654_435_761) >>> 31 : kind,
        ),
      ),
    ),
  );

describe('a set of rows', () => {
  const sets = masks.map((bytes) => {
    const rows = Array.from(bytes.keys()).filter((row) => bytes[row] === 0);
    return { bytes, rows, set: unmaskedRows(bytes) };
  });

  it('holds the rows that nothing rejects, however it is made', () => {
    fc.assert(
      fc.property(sets, ({ bytes, rows, set }) => {
        expect(sizeOf(set)).toBe(rows.length);
        expect([...rowsBetween(set, 0, bytes.length)]).toEqual(rows);
        expect(rowSetOf(bytes.length, rows.toReversed())).toEqual(set);
        const held = Array.from(bytes.keys()).filter((row) => holds(set, row));
        expect(held).toEqual(rows);
      }),
    );
  });

  it('tells how many come before any row, and which stands at any place', () => {
    fc.assert(
      fc.property(sets, fc.nat(5000), ({ rows, set, bytes }, at) => {
        expect(countBefore(set, at)).toBe(rows.filter((row) => row < at).length);
        expect(countBefore(set, bytes.length)).toBe(rows.length);
        expect(rowAt(set, at)).toBe(rows[at]);
        expect(rowAt(set, -1)).toBeUndefined();
        expect(rows.map((_, place) => rowAt(set, place))).toEqual(rows);
      }),
    );
  });

  it('lists those between two rows, and those of a range of places', () => {
    const ends = fc.tuple(fc.nat(5000), fc.nat(5000));
    fc.assert(
      fc.property(sets, ends, ({ rows, set }, [a, b]) => {
        const [first, end] = [Math.min(a, b), Math.max(a, b)];
        const between = rows.filter((row) => row >= first && row < end);
        expect([...rowsBetween(set, first, end)]).toEqual(between);
        const range = { set, first, end: Math.min(end, rows.length) };
        expect([...rowsOfRange(range)]).toEqual(rows.slice(range.first, range.end));
        const places = rows.map((_, place) => {
          const isIn = place >= range.first && place < range.end;
          return isIn ? place - range.first : -1;
        });
        expect(rows.map((row) => placeInRange(range, row))).toEqual(places);
      }),
      { numRuns: 30 },
    );
  });

  it('shares rows with another, or does not', () => {
    fc.assert(
      fc.property(masks, fc.integer(), (bytes, seed) => {
        const others = bytes.map((_, i) => (Math.imul(i ^ seed, 2_246_822_519) >>> 30) & 1);
        const [a, b] = [unmaskedRows(bytes), unmaskedRows(others)];
        const rows = [...rowsBetween(a, 0, bytes.length)];
        expect([...rowsBetween(commonRows(a, b), 0, bytes.length)]).toEqual(
          rows.filter((row) => others[row] === 0),
        );
        expect([...rowsBetween(otherRows(a, b), 0, bytes.length)]).toEqual(
          rows.filter((row) => others[row] !== 0),
        );
      }),
    );
  });
});
