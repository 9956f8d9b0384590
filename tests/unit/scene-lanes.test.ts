import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventTable } from '../../src/model/event-table';
import { liesAhead } from '../../src/model/state-as-of';
import { NO_FILTER } from '../../src/query/filter';
import { GROUPINGS, type Grouping } from '../../src/query/grouping';
import { rejectMasks } from '../../src/query/match';
import { matchingRows } from '../../src/query/window';
import { isPeriod } from '../../src/scene/columns';
import { drawnDomain, LANE_HEAD_PX, layoutLanes, ROW_PX } from '../../src/scene/lanes';
import { statusOf } from '../../src/scene/names';
import { createRowSpace } from '../../src/scene/row-space';
import {
  levelOf,
  MARKS_FROM_PX_PER_YEAR,
  MONTHS_FROM_PX_PER_YEAR,
  pxPerDayOfLevel,
  regimeOf,
} from '../../src/scene/zoom-levels';
import { DOMAINS, eventJson, tableOf, tables } from '../support/model-dataset';

const LEAST_PX = 96;
const heights = fc.integer({ min: 0, max: 1400 });
const chosenDomains = fc.uniqueArray(fc.constantFrom(...DOMAINS));

/** The lanes in which an event may stand. */
function laneIdsOf(table: EventTable, row: number, grouping: Grouping): string[] {
  const state = table.stateOf(row);
  if (grouping === 'kind') return [`kind:${state?.kind}`];
  if (grouping === 'tag') return (state?.tags ?? []).map((tag) => `tag:${tag}`);
  if (grouping === 'actor') return (state?.actors ?? []).map(({ actor }) => `actor:${actor}`);
  return (state?.parties ?? []).map((country) => `country:${country}`);
}

describe('lanes', () => {
  const laidBy = (groupings: readonly Grouping[]) =>
    fc
      .record({
        table: tables,
        domains: chosenDomains,
        heightPx: heights,
        grouping: fc.constantFrom(...groupings),
        rejected: fc.integer({ min: 1, max: 5 }),
      })
      .map(({ table, rejected, ...given }) => {
        const filter = { ...NO_FILTER, domains: given.domains };
        const masks = rejectMasks(table, filter).map((mask, row) =>
          row % rejected === 0 ? mask : 1,
        );
        const matching = matchingRows(table, masks);
        const input = { ...given, table, masks, matching, filter };
        return { input, lanes: layoutLanes(input) };
      });

  const laid = laidBy(GROUPINGS);

  it('are whole px high, 96 at least, and follow on one another', () => {
    fc.assert(
      fc.property(laid, ({ lanes }) => {
        let top = 0;
        for (const { topPx, heightPx } of lanes) {
          expect(Number.isInteger(heightPx)).toBe(true);
          expect(heightPx).toBeGreaterThanOrEqual(LEAST_PX);
          expect(topPx).toBe(top);
          top += heightPx;
        }
      }),
    );
  });

  it('fill the height where it leaves each its least, else take just that', () => {
    fc.assert(
      fc.property(laid, ({ lanes, input }) => {
        const total = lanes.reduce((sum, { heightPx }) => sum + heightPx, 0);
        expect(total).toBe(Math.max(input.heightPx, LEAST_PX * lanes.length));
      }),
    );
  });

  it('hold what is drawn in their domain, with its plans and its long periods', () => {
    fc.assert(
      fc.property(laid, ({ lanes, input: { table, domains } }) => {
        for (const { domainIndex, index, plans, periods } of lanes) {
          const { rows } = index;
          if (domainIndex !== undefined) {
            for (const row of rows) expect(drawnDomain(table, row, domains)).toBe(domainIndex);
          }
          expect(plans.rows).toEqual(rows.filter((row) => liesAhead(statusOf(table, row))));
          expect(periods.rows).toEqual(rows.filter((row) => isPeriod(table, row)));
        }
      }),
    );
  });

  it('hold all that matches, in time order, and nothing else; once where an event has one lane', () => {
    fc.assert(
      fc.property(laid, ({ lanes, input: { table, masks, grouping } }) => {
        for (const { index } of lanes) {
          expect(index.rows).toEqual(index.rows.toSorted((a, b) => a - b));
          expect(index.rows).toHaveLength(index.count);
        }
        const held = lanes.flatMap(({ index }) => [...index.rows]).toSorted((a, b) => a - b);
        const hasMany = grouping === 'actor' || grouping === 'tag' || grouping === 'country';
        const all = hasMany ? [...new Set(held)] : held;
        const matching = Array.from({ length: table.count }, (_, row) => row).filter(
          (row) => masks[row] === 0,
        );
        expect(all).toEqual(matching);
      }),
    );
  });

  it('of capitals hold what takes place in either country, the rest between them', () => {
    fc.assert(
      fc.property(laidBy(['capital']), ({ lanes, input: { table } }) => {
        const [one, other] = table.dataset.parties;
        expect(lanes.map(({ id }) => id)).toEqual([
          `capital:${one}`,
          'capital:elsewhere',
          `capital:${other}`,
        ]);
        for (const { id, index } of lanes) {
          for (const row of index.rows) {
            const country = table.stateOf(row)?.place?.country ?? '';
            const side = [one, other].includes(country) ? country : 'elsewhere';
            expect(id).toBe(`capital:${side}`);
          }
        }
      }),
    );
  });

  it('of actors, kinds, tags and countries hold what names them, and what names none of them in the last', () => {
    fc.assert(
      fc.property(laidBy(['actor', 'kind', 'tag', 'country']), ({ lanes, input }) => {
        const { table, grouping } = input;
        const shown = new Set(lanes.map(({ id }) => id));
        for (const { id, index } of lanes) {
          for (const row of index.rows) {
            const own = laneIdsOf(table, row, grouping);
            const isLeft = id === `rest:${grouping}` || id === 'all';
            if (isLeft) expect(own.filter((each) => shown.has(each))).toEqual([]);
            else expect(own).toContain(id);
          }
        }
      }),
    );
  });

  it('of actors are those that are chosen, else the eight that most events name', () => {
    const names = Array.from({ length: 10 }, (_, i) => `person-${i}`);
    const events = Array.from({ length: 40 }, (_, i) =>
      eventJson({ id: `e-${i}`, actors: names.slice(0, (i % 10) + 1) }),
    );
    const actors = names.map((id) => ({ id, name: id, kind: 'person' }));
    const table = tableOf({ actors, events });
    const matching = matchingRows(table, new Uint8Array(table.count));
    const given = { table, matching, grouping: 'actor', heightPx: 600 } as const;
    const most = layoutLanes({ ...given, filter: NO_FILTER }).map(({ id }) => id);
    expect(most).toEqual(names.slice(0, 8).map((id) => `actor:${id}`));
    const chosen = { ...NO_FILTER, actors: ['person-3'] };
    expect(layoutLanes({ ...given, filter: chosen }).map(({ id }) => id)).toEqual([
      'actor:person-3',
      'rest:actor',
    ]);
  });

  it('have as many rows as stand between head and foot, one at least', () => {
    fc.assert(
      fc.property(laid, ({ lanes }) => {
        for (const { rowCount, heightPx } of lanes) {
          expect(rowCount).toBeGreaterThan(0);
          expect(LANE_HEAD_PX + rowCount * ROW_PX).toBeLessThan(heightPx);
        }
      }),
    );
  });

  it('are higher the more they hold', () => {
    const events = Array.from({ length: 30 }, (_, i) =>
      eventJson({ id: `e-${i}`, domains: [i < 20 ? 'security' : 'economy'] }),
    );
    const table = tableOf({ events });
    const matching = matchingRows(table, new Uint8Array(table.count));
    const lanes = layoutLanes({
      table,
      matching,
      grouping: 'domain',
      filter: NO_FILTER,
      heightPx: 600,
    });
    expect(lanes.map(({ id }) => id)).toEqual(['diplomacy', 'security', 'economy']);
    const [none = 0, most = 0, some = 0] = lanes.map(({ heightPx }) => heightPx);
    expect(none).toBe(LEAST_PX);
    expect(most).toBeGreaterThan(some);
    expect(some).toBeGreaterThan(none);
  });

  it('draw an event in the first of its domains that is chosen', () => {
    const table = tableOf({ events: [eventJson({ domains: ['economy', 'security'] })] });
    const indexes = [[], ['security'], ['security', 'economy'], ['diplomacy']].map((chosen) =>
      drawnDomain(table, 0, chosen),
    );
    expect(indexes.map((index) => table.dataset.domains[index]?.id)).toEqual([
      'economy',
      'security',
      'economy',
      'economy',
    ]);
  });
});

describe('the space of rows', () => {
  const intervals = fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 40 }))
    .map(([x0, width]) => [x0, x0 + width] as const);

  it('is free where no interval that was taken overlaps', () => {
    fc.assert(
      fc.property(fc.array(intervals, { maxLength: 40 }), intervals, (wishes, asked) => {
        const space = createRowSpace(2);
        const taken: (readonly [number, number])[] = [];
        for (const [x0, x1] of wishes) {
          if (!space.isFree(1, x0, x1)) continue;
          space.take(1, x0, x1);
          taken.push([x0, x1]);
        }
        const meets = taken.some(([x0, x1]) => x0 < asked[1] && asked[0] < x1);
        expect(space.isFree(1, ...asked)).toBe(!meets);
        expect(space.isFree(0, ...asked)).toBe(true);
      }),
    );
  });

  it('lets intervals touch', () => {
    const space = createRowSpace(1);
    space.take(0, 10, 20);
    expect(space.isFree(0, 0, 10)).toBe(true);
    expect(space.isFree(0, 20, 30)).toBe(true);
    expect(space.isFree(0, 19, 20)).toBe(false);
  });
});

describe('zoom levels', () => {
  const levels = fc.integer({ min: -20, max: 60 });

  it('are named by their own scale, and by every scale up to the next', () => {
    fc.assert(
      fc.property(levels, fc.double({ min: 0, max: 0.999, noNaN: true }), (level, part) => {
        expect(levelOf(pxPerDayOfLevel(level))).toBe(level);
        expect(levelOf(pxPerDayOfLevel(level + part))).toBe(level);
      }),
    );
  });

  it('lie a factor √2 apart', () => {
    expect(pxPerDayOfLevel(8) / pxPerDayOfLevel(7)).toBeCloseTo(Math.SQRT2, 9);
    expect(pxPerDayOfLevel(8) / pxPerDayOfLevel(6)).toBeCloseTo(2, 9);
  });

  it('turn columns into marks at level 0', () => {
    expect(regimeOf(pxPerDayOfLevel(0))).toBe('marks');
    expect(regimeOf(pxPerDayOfLevel(-0.01))).toBe('months');
  });

  it.each([
    [MONTHS_FROM_PX_PER_YEAR - 0.1, 'years'],
    [MONTHS_FROM_PX_PER_YEAR, 'months'],
    [MARKS_FROM_PX_PER_YEAR - 0.1, 'months'],
    [MARKS_FROM_PX_PER_YEAR, 'marks'],
  ])('at %f px a year show %s', (pxPerYear, regime) => {
    expect(regimeOf((pxPerYear / 365.2425) * (1 + 1e-12))).toBe(regime);
  });
});
