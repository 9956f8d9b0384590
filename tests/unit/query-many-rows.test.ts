import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, STATUSES } from '../../src/model/dataset';
import type { Codes, EventTable, RowLists } from '../../src/model/event-table';
import { createFacetCounter } from '../../src/query/facets';
import { NO_FILTER } from '../../src/query/filter';
import { facetBit, rejectMasks } from '../../src/query/match';
import { forEachRowIn } from '../../src/query/window';
import type { Span } from '../../src/time/day';
import { tableOfDays } from '../support/dense-table';
import { tries } from '../support/tries';

const COUNT = 9000;
const DAYS = 3000;

/** The same numbers each time. */
const scattered = (row: number, below: number) => (Math.imul(row + 1, 2_654_435_761) >>> 7) % below;

const TAGS = ['none-has-it', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Rows have 0 to 6 tags, each once: two of them many rows, the others few. */
function tagLists(): RowLists {
  const offsets = [0];
  const values: number[] = [];
  for (let row = 0; row < COUNT; row++) {
    const own = new Set(
      Array.from({ length: scattered(row, 7) }, (_, i) => 1 + scattered(row * 7 + i, 2)),
    );
    if (row % 500 === 0) own.add(3 + scattered(row, TAGS.length - 3));
    values.push(...own);
    offsets.push(values.length);
  }
  return { offsets: Uint32Array.from(offsets), values: Uint32Array.from(values) };
}

const base = tableOfDays(COUNT, DAYS);
const table: EventTable = {
  ...base,
  kind: Uint8Array.from(base.kind, (_, row) => scattered(row, EVENT_KINDS.length)),
  domainMask: Uint32Array.from(base.domain, (_, row) => 1 + scattered(row * 3, 7)),
  tags: tagLists(),
  tagNames: TAGS,
};
const firstDay = table.startDay[0] ?? 0;

const spans = fc
  .tuple(fc.integer({ min: -50, max: DAYS }), fc.integer({ min: 1, max: DAYS + 100 }))
  .map(([from, days]): Span => ({ startDay: firstDay + from, endDay: firstDay + from + days }));

describe('facts of many rows', () => {
  it.each([
    ['no facet', []],
    ['one facet', ['kinds']],
    ['only that of domains', ['domains']],
    ['several facets', ['domains', 'kinds', 'tags']],
    ['all others', ['statuses', 'importance', 'who', 'text']],
  ] as const)('are those of the rows one by one where %s rejects some', (_, facets) => {
    const masks = Uint8Array.from({ length: COUNT }, (__, row) =>
      facets.reduce((mask, facet, i) => {
        const rejects = scattered(row * 5 + i, 10) < 3;
        return rejects ? mask | facetBit(facet) : mask;
      }, 0),
    );
    const count = createFacetCounter({ table, masks, withPeople: true });
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 20 }), (span, bins) => {
        const { counts, bins: found } = count(span, bins);
        const expected = countOneByOne(masks, span);
        expect({
          total: counts.total,
          domains: [...counts.domains],
          kinds: [...counts.kinds],
          statuses: [...counts.statuses],
          importance: [...counts.importance],
          tags: [...counts.tags],
        }).toEqual(expected);
        const inBins = [...found.happened, ...found.ahead].reduce((sum, each) => sum + each, 0);
        expect(inBins).toBe(expected.domains.reduce((sum, each) => sum + each, 0));
      }),
      { numRuns: tries(40) },
    );
  });
});

function countOneByOne(masks: Uint8Array, span: Span) {
  const zeros = (length: number) => Array.from({ length }, () => 0);
  const counts = {
    total: 0,
    domains: zeros(table.dataset.domains.length),
    kinds: zeros(EVENT_KINDS.length),
    statuses: zeros(STATUSES.length),
    importance: zeros(6),
    tags: zeros(TAGS.length),
  };
  forEachRowIn(table, span, (row) => {
    const mask = masks[row] ?? 0;
    const passes = (facet: Parameters<typeof facetBit>[0]) => (mask & ~facetBit(facet)) === 0;
    if (mask === 0) counts.total += 1;
    if (passes('kinds')) counts.kinds[table.kind[row]!]! += 1;
    if (passes('statuses')) counts.statuses[table.status[row]!]! += 1;
    if (passes('importance')) counts.importance[table.importance[row]!]! += 1;
    if (passes('domains')) {
      counts.domains.forEach((__, domain) => {
        if ((table.domainMask[row]! & (1 << domain)) !== 0) counts.domains[domain]! += 1;
      });
    }
    if (passes('tags')) for (const tag of tagsOf(row)) counts.tags[tag]! += 1;
  });
  return counts;
}

function tagsOf(row: number): Codes {
  const { offsets, values } = table.tags;
  return values.subarray(offsets[row], offsets[row + 1]);
}

describe('the masks of many rows', () => {
  it('reject the rows without any chosen tag', () => {
    fc.assert(
      fc.property(fc.subarray(TAGS, { minLength: 1, maxLength: 3 }), (tags) => {
        const masks = rejectMasks(table, { ...NO_FILTER, tags });
        const chosen = new Set(tags.map((tag) => TAGS.indexOf(tag)));
        const expected = Uint8Array.from(masks, (_, row) =>
          tagsOf(row).some((tag) => chosen.has(tag)) ? 0 : facetBit('tags'),
        );
        expect(masks).toEqual(expected);
      }),
      { numRuns: tries(20) },
    );
  });
});
