import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPINGS } from '../../src/query/grouping';
import { isPeriod } from '../../src/scene/columns';
import type { Seat } from '../../src/scene/place-names';
import type { LaneSeats } from '../../src/scene/placement';
import { levelOf, pxPerDayOfLevel, regimeOf } from '../../src/scene/zoom-levels';
import { dayOf } from '../../src/time/day';
import { crowdedRecords } from '../support/random-record';
import { readRecord } from '../support/slide';
import { createTimeline, type Timeline } from '../support/timeline';
import { tries } from '../support/tries';

/** The first level of “columns on a desk”: the scale at which the whole record is 800 px wide. */
const DESK_PX = 800;

function levelsOf(timeline: Timeline): { level: number; chain: string; seats: LaneSeats }[] {
  const days = timeline.whole.endDay - timeline.whole.startDay;
  const desk = Math.min(-1, levelOf(DESK_PX / days));
  const widest = levelOf(300 / days);
  const found = [];
  for (let level = Math.min(widest, desk - 1); level <= 22; level++) {
    const chain = level >= 0 ? 'marks' : level >= desk ? 'desk' : 'phone';
    const seats = timeline.placement.seatsAt(pxPerDayOfLevel(level) * 1.001);
    found.push({ level, chain, seats });
  }
  return found;
}

const rowsOf = (seats: LaneSeats) => new Set(seats.flat().map((seat) => seat.row));

const placeIn = ({ laneRow, stemPx = 0 }: Seat) => `${laneRow} ${stemPx}`;

function expectToGrow(timeline: Timeline): void {
  const levels = levelsOf(timeline);
  for (const [i, now] of levels.entries()) {
    const next = levels[i + 1];
    if (!next) return;
    for (const [lane, seats] of now.seats.entries()) {
      const placeOf = new Map(next.seats[lane]?.map((seat) => [seat.row, placeIn(seat)]));
      expect(seats.filter((seat) => !placeOf.has(seat.row))).toEqual([]);
      if (now.chain !== next.chain) continue;
      // Within a chain a name keeps its place; only a span that has room takes its name in, and that when drawn.
      const moved = (seat: Seat) => placeOf.get(seat.row) !== placeIn(seat);
      expect(seats.filter(moved)).toEqual([]);
    }
  }
}

describe('zooming in never hides a name', () => {
  it('of crowded records, and keeps its row within a chain of levels', () => {
    const property = fc.property(
      crowdedRecords(35),
      fc.constantFrom('en', 'ja'),
      fc.constantFrom(330, 560),
      fc.constantFrom(...GROUPINGS, 'capital'),
      (dataset, lang, heightPx, grouping) => {
        const asOfDay = dayOf(2019, 9, 1);
        expectToGrow(createTimeline({ dataset, asOfDay, lang, heightPx, grouping }));
      },
    );
    fc.assert(property, { numRuns: tries(24), endOnFailure: true });
  });

  it.each([
    ['en', dayOf(2023, 6, 12)],
    ['ja', dayOf(2026, 11, 22)],
  ] as const)('of the bundled record, in %s', (lang, asOfDay) => {
    expectToGrow(createTimeline({ dataset: readRecord(), asOfDay, lang, heightPx: 700 }));
  });

  it.each(GROUPINGS)('of the bundled record, by %s', (grouping) => {
    const asOfDay = dayOf(2023, 6, 12);
    expectToGrow(createTimeline({ dataset: readRecord(), asOfDay, grouping, heightPx: 700 }));
  });
});

describe('a placement', () => {
  const timeline = createTimeline({ dataset: readRecord(), asOfDay: dayOf(2023, 6, 12) });

  it('gives the same seats at every scale from one level to the next', () => {
    for (const level of [-6, -1, 0, 5, 15]) {
      const seats = timeline.placement.seatsAt(pxPerDayOfLevel(level) * 1.0001);
      expect(timeline.placement.seatsAt(pxPerDayOfLevel(level + 0.9))).toBe(seats);
    }
  });

  it('does not depend on what was asked before', () => {
    const fresh = () => createTimeline({ dataset: readRecord(), asOfDay: dayOf(2023, 6, 12) });
    const scales = [15, -8, 4].map(pxPerDayOfLevel);
    const forwards = fresh().placement;
    const backwards = fresh().placement;
    const there = scales.map((scale) => forwards.seatsAt(scale));
    const back = scales.toReversed().map((scale) => backwards.seatsAt(scale));
    expect(back.toReversed()).toEqual(there);
  });

  it('seats no event twice, and each in its own lane', () => {
    for (const level of [-8, 0, 6, 15]) {
      const seats = timeline.placement.seatsAt(pxPerDayOfLevel(level));
      for (const [i, lane] of timeline.lanes.entries()) {
        const rows = (seats[i] ?? []).map((seat) => seat.row);
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows.filter((row) => !lane.index.has(row))).toEqual([]);
      }
    }
  });

  it('names the weighty first: at the scale of the first view all of importance 5', () => {
    const { table } = timeline.input;
    const named = rowsOf(timeline.placement.seatsAt(900 / 396));
    const weighty = Array.from({ length: table.count }, (_, row) => row).filter(
      (row) => table.importance[row] === 5 && !isPeriod(table, row),
    );
    expect(weighty.length).toBeGreaterThan(5);
    expect(weighty.filter((row) => !named.has(row))).toEqual([]);
  });

  it('names whom it is told to name first before all others', () => {
    const { placement, input } = timeline;
    const pxPerDay = 900 / 396;
    const named = rowsOf(placement.seatsAt(pxPerDay));
    const unnamed = Array.from({ length: input.table.count }, (_, row) => row).find(
      (row) => !named.has(row) && (input.table.startDay[row] ?? 0) > dayOf(2023, 1, 1),
    );
    expect(unnamed).toBeDefined();
    const first = [input.table.idOf(unnamed ?? 0) ?? ''];
    const again = createTimeline({
      dataset: readRecord(),
      asOfDay: dayOf(2023, 6, 12),
      first,
    }).placement.seatsAt(pxPerDay);
    expect(regimeOf(pxPerDay)).toBe('marks');
    expect(rowsOf(again).has(unnamed ?? -1)).toBe(true);
  });
});
