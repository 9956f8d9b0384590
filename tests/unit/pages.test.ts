import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_SIZES } from '../../src/scene/page-size';
import { faultsOfPages, layoutPages, pagesInput } from '../support/pages';
import { readRecord } from '../support/slide';
import { recordOf, slideDay, slideEvent } from '../support/slide-records';
import { tries } from '../support/tries';

const sizes = fc.oneof(
  fc.constantFrom(...Object.values(PAGE_SIZES)),
  fc.record({
    widthPx: fc.integer({ min: 300, max: 2400 }),
    heightPx: fc.integer({ min: 300, max: 1600 }),
    isLow: fc.boolean(),
    pointsPerPx: fc.constant(0.5),
  }),
);

describe('pages of the record', () => {
  it.each(Object.entries(PAGE_SIZES))('keep every text clear on %s', (_, size) => {
    const range = { from: '2022-01-01', to: '2023-12-31', asOf: '2023-06-12', lang: 'en' } as const;
    const input = pagesInput({ dataset: readRecord(), ...range, size });
    expect(faultsOfPages(input, layoutPages(input))).toEqual([]);
  });
});

describe('pages of any record', () => {
  it('name every event in whole, are never higher than asked for, and no text meets another', () => {
    fc.assert(
      fc.property(
        fc.array(slideEvent, { maxLength: 60 }),
        fc.constantFrom('domain' as const, 'none' as const),
        fc.constantFrom('en' as const, 'ja' as const),
        slideDay,
        sizes,
        (events, grouping, lang, asOf, size) => {
          const range = { from: '2020-03-01', to: '2024-08-31', asOf, lang, grouping, size };
          const input = pagesInput({ dataset: recordOf(events), ...range });
          expect(faultsOfPages(input, layoutPages(input))).toEqual([]);
        },
      ),
      { numRuns: tries(25), endOnFailure: true },
    );
  });
});
