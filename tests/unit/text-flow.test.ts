import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnPx, type FlowLine, flowIntoPages } from '../../src/scene/text-flow';
import { tries } from '../support/tries';

const line = fc.record({
  heightPx: fc.integer({ min: 5, max: 30 }),
  keepsWithNext: fc.boolean(),
  isGap: fc.constant(false),
});

const lines = fc
  .array(line, { maxLength: 60 })
  .map((all) => all.map((each): FlowLine => ({ ...each, draw: () => [] })));

describe('running text', () => {
  it('keeps every line, in order', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 4 }), (all, columns) => {
        expect(flowIntoPages(all, { columns, heightPx: 100 }).flat(2)).toEqual(all);
      }),
      { numRuns: tries(60) },
    );
  });

  it('fills no column higher than there is room, and no page with more columns', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 4 }), (all, columns) => {
        for (const page of flowIntoPages(all, { columns, heightPx: 100 })) {
          expect(page.length).toBeLessThanOrEqual(columns);
          for (const column of page) expect(columnPx(column)).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: tries(60) },
    );
  });

  const plain = (count: number): FlowLine[] =>
    Array.from({ length: count }, () => ({ heightPx: 10, draw: () => [] }));

  it('ends in columns of like height', () => {
    const [page] = flowIntoPages(plain(12), { columns: 3, heightPx: 100 });
    expect(page?.map((column) => column.length)).toEqual([4, 4, 4]);
  });

  it('does not part a heading from what it heads', () => {
    const heading: FlowLine = { heightPx: 10, keepsWithNext: true, draw: () => [] };
    const all = [...plain(9), heading, ...plain(9)];
    const [page] = flowIntoPages(all, { columns: 2, heightPx: 100 });
    expect(page?.[1]?.[0]).toBe(heading);
  });

  it('begins no column with a gap', () => {
    const gap: FlowLine = { heightPx: 10, isGap: true, draw: () => [] };
    const all = [...plain(10), gap, ...plain(10)];
    const [page] = flowIntoPages(all, { columns: 2, heightPx: 100 });
    expect(page?.map((column) => column.length)).toEqual([10, 10]);
  });

  it('has a gap within a column wherever one was given, also where a fuller column would have ended', () => {
    const gap: FlowLine = { heightPx: 10, isGap: true, draw: () => [] };
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 30, max: 150 }),
        (count, heightPx) => {
          const entries = Array.from({ length: count }, () => [...plain(1), gap]).flat();
          for (const column of flowIntoPages(entries, { columns: 2, heightPx }).flat()) {
            const kinds = column.map(({ isGap }) => isGap === true);
            expect(kinds).toEqual(kinds.map((_, place) => place % 2 === 1));
          }
        },
      ),
      { numRuns: tries(60) },
    );
  });
});
