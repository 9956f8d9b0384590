import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import { LINK_RELATIONS, type LinkRelation } from '../../src/model/dataset';
import type { EventTable } from '../../src/model/event-table';
import { NO_FILTER, type Road } from '../../src/query/filter';
import { rejectMasks } from '../../src/query/match';
import { findRoad, MOST_ROAD_EVENTS, spanOfRows } from '../../src/query/road';
import { dayOf, formatIsoDay } from '../../src/time/day';
import { datasetJson, datasetOf, eventJson, type Json } from '../support/model-dataset';
import { onRoad } from '../support/on-road';
import { packedOf } from '../support/packed-dataset';
import { statesOf } from '../support/states-of';

const FIRST = dayOf(2023, 1, 1);
const WAYS = ['before', 'after'] as const;

function idsOf(table: EventTable, road: Road): string[] {
  return Array.from(findRoad(table, road).rows, (row) => table.idOf(row) ?? '').toSorted();
}

type Link = readonly [from: string, rel: LinkRelation, to: string];

/** Events of one letter each, on days in the order of the alphabet. */
function fileOf(letters: string, links: readonly Link[]): Json[] {
  return Array.from(letters, (id, i) =>
    eventJson({
      id,
      date: formatIsoDay(FIRST + i),
      links: links.filter(([from]) => from === id).map(([, rel, to]) => ({ rel, to })),
    }),
  );
}

function tableOfLinks(letters: string, links: readonly Link[], day = FIRST + 100): EventTable {
  return createEventTable(datasetOf({ events: fileOf(letters, links) }), day);
}

const LETTERS = 'abcdefgh';
const letter = fc.constantFrom(...Array.from(LETTERS));
/** Cycles, double links and links both ways among them; none of an event to itself, which no dataset holds. */
const someLinks: fc.Arbitrary<Link[]> = fc
  .array(fc.tuple(letter, fc.constantFrom(...LINK_RELATIONS), letter), { maxLength: 14 })
  .map((links) => links.filter(([from, , to]) => from !== to));
const someRoad: fc.Arbitrary<Road> = fc.record({ event: letter, way: fc.constantFrom(...WAYS) });

describe('a road', () => {
  it.each([
    ['prepares', 'before'],
    ['leads-to', 'before'],
    ['part-of', 'before'],
    ['follows', 'after'],
    ['responds-to', 'after'],
  ] as const)('an event that %s another is %s it', (rel, side) => {
    const table = tableOfLinks('ab', [['a', rel, 'b']]);
    const other = side === 'before' ? 'after' : 'before';
    expect(idsOf(table, { event: 'b', way: side })).toEqual(['a', 'b']);
    expect(idsOf(table, { event: 'b', way: other })).toEqual(['b']);
    expect(idsOf(table, { event: 'a', way: other })).toEqual(['a', 'b']);
  });

  it('goes on from link to link, in one direction, and turns at no event', () => {
    const table = tableOfLinks('abcdef', [
      ['a', 'prepares', 'b'],
      ['c', 'follows', 'b'],
      ['c', 'leads-to', 'd'],
      // Another that b leads to, and another that leads to d.
      ['b', 'leads-to', 'e'],
      ['f', 'part-of', 'd'],
    ]);
    expect(idsOf(table, { event: 'd', way: 'before' })).toEqual(['a', 'b', 'c', 'd', 'f']);
    expect(idsOf(table, { event: 'b', way: 'after' })).toEqual(['b', 'c', 'd', 'e']);
  });

  it('holds all that its rule says and nothing else', () => {
    fc.assert(
      fc.property(someLinks, someRoad, (links, road) => {
        const table = tableOfLinks(LETTERS, links);
        expect(idsOf(table, road)).toEqual([...onRoad(road, table)].toSorted());
      }),
    );
  });

  it('is transitive: the road to what is on it lies on it', () => {
    fc.assert(
      fc.property(someLinks, someRoad, (links, road) => {
        const table = tableOfLinks(LETTERS, links);
        const whole = idsOf(table, road);
        for (const event of whole) {
          expect(whole).toEqual(expect.arrayContaining(idsOf(table, { ...road, event })));
        }
      }),
    );
  });

  it('ends where links lead round in a circle', () => {
    const table = tableOfLinks('abc', [
      ['a', 'leads-to', 'b'],
      ['b', 'leads-to', 'c'],
      ['c', 'leads-to', 'a'],
    ]);
    for (const way of WAYS) expect(idsOf(table, { event: 'b', way })).toEqual(['a', 'b', 'c']);
  });

  it('is the same in whatever order a file gives its events and links', () => {
    fc.assert(
      fc.property(someLinks, someRoad, (links, road) => {
        const file = fileOf(LETTERS, links);
        const turned = fileOf(LETTERS, links.toReversed()).toReversed();
        const [there, back] = [file, turned].map((events) =>
          createEventTable(datasetOf({ events }), FIRST + 100),
        );
        if (!there || !back) throw new Error('two tables');
        expect(idsOf(back, road)).toEqual(idsOf(there, road));
      }),
    );
  });

  it('has no event, and goes through none, that is not known on the day', () => {
    fc.assert(
      fc.property(someLinks, someRoad, fc.nat(LETTERS.length), (links, road, days) => {
        const table = tableOfLinks(LETTERS, links, FIRST + days);
        const known = new Set(statesOf(table).map(({ id }) => id));
        const found = idsOf(table, road);
        expect(found.filter((id) => !known.has(id))).toEqual([]);
        expect(found.includes(road.event)).toBe(known.has(road.event));
      }),
    );
    const links: Link[] = [
      ['a', 'leads-to', 'c'],
      ['c', 'leads-to', 'b'],
    ];
    const before = tableOfLinks('abc', links, FIRST + 1);
    expect(idsOf(before, { event: 'b', way: 'before' })).toEqual(['b']);
    const after = tableOfLinks('abc', links, FIRST + 2);
    expect(idsOf(after, { event: 'b', way: 'before' })).toEqual(['a', 'b', 'c']);
  });

  it('goes by the links of the state known on the day, not by later ones', () => {
    const [a, b] = fileOf('ab', [['a', 'leads-to', 'b']]);
    const known = formatIsoDay(FIRST + 50);
    const revisions = [{ known: formatIsoDay(FIRST), status: 'expected', links: [] }];
    const dataset = datasetOf({ events: [{ ...a, known, revisions }, b] });
    const road: Road = { event: 'a', way: 'after' };
    expect(idsOf(createEventTable(dataset, FIRST + 49), road)).toEqual(['a']);
    expect(idsOf(createEventTable(dataset, FIRST + 50), road)).toEqual(['a', 'b']);
  });

  it('is the same in a packed dataset', () => {
    fc.assert(
      fc.property(someLinks, someRoad, (links, road) => {
        const events = fileOf(LETTERS, links);
        const plain = createEventTable(datasetOf({ events }), FIRST + 100);
        const packed = createEventTable(packedOf(datasetJson({ events })).dataset, FIRST + 100);
        expect(idsOf(packed, road)).toEqual(idsOf(plain, road));
      }),
      { numRuns: 20 },
    );
  });

  it('of a huge record keeps the events that are the fewest links away, and says that there are more', () => {
    const count = MOST_ROAD_EVENTS + 50;
    const events = Array.from({ length: count }, (_, i) =>
      eventJson({
        id: `e-${i}`,
        date: formatIsoDay(FIRST + i),
        links: i + 1 < count ? [{ rel: 'leads-to', to: `e-${i + 1}` }] : [],
      }),
    );
    const table = createEventTable(datasetOf({ events }), FIRST + count);
    const all = findRoad(table, { event: 'e-0', way: 'after' });
    expect(all.isCut).toBe(true);
    expect(all.rows).toEqual(Uint32Array.from({ length: MOST_ROAD_EVENTS }, (_, row) => row));
    const most = findRoad(table, { event: 'e-50', way: 'after' });
    expect(most.isCut).toBe(false);
    expect(most.rows).toHaveLength(MOST_ROAD_EVENTS);
  });
});

it('a filter by a road leaves its events and those alone; of an unknown event it leaves none', () => {
  const table = tableOfLinks('abc', [['a', 'leads-to', 'b']]);
  const left = (event: string) =>
    [...rejectMasks(table, { ...NO_FILTER, road: { event, way: 'before' } })].map(
      (mask) => mask === 0,
    );
  expect(left('b')).toEqual([true, true, false]);
  expect(left('nobody')).toEqual([false, false, false]);
});

it('rows span from their first day to their last, an open end being one day', () => {
  const events = [
    eventJson({ id: 'a', date: '2023-01-10/2023-01-12' }),
    eventJson({ id: 'b', date: '2023-02-01/..' }),
    eventJson({ id: 'c', date: '../2023-01-05' }),
  ];
  const table = createEventTable(datasetOf({ events }), dayOf(2023, 6, 1));
  expect(spanOfRows(table, Uint32Array.of(0, 1, 2))).toEqual({
    startDay: dayOf(2023, 1, 5),
    endDay: dayOf(2023, 2, 2),
  });
  expect(spanOfRows(table, Uint32Array.of())).toBeUndefined();
});
