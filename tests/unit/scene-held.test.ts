import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventTable } from '../../src/model/event-table';
import { GROUPINGS } from '../../src/query/grouping';
import { capital } from '../../src/scene/capital';
import { holdLanes, holdSmallPlacement } from '../../src/scene/held-placement';
import type { Seat } from '../../src/scene/place-names';
import type { Placement } from '../../src/scene/placement';
import { levelOf, pxPerDayOfLevel, regimeOf } from '../../src/scene/zoom-levels';
import { type Day, dayOf } from '../../src/time/day';
import { datasetOf, eventJson } from '../support/model-dataset';
import { crowdedRecords } from '../support/random-record';
import { faultsIn } from '../support/scene-ink';
import { readRecord } from '../support/slide';
import { createTimeline, type Timeline, type TimelineOf } from '../support/timeline';
import { tries } from '../support/tries';

/** The names of one day kept on another; undefined where that has other lanes. */
function held(before: Timeline, after: Timeline): Placement | undefined {
  const lanes = holdLanes(after.lanes, before.lanes);
  const { table, masks, nameOf } = after.input;
  return (
    lanes &&
    holdSmallPlacement({
      earlier: { table: before.input.table, placement: before.placement },
      table,
      masks,
      nameOf,
      lanes,
      extent: after.whole,
      ...(lanes[0]?.side && { columnBody: capital.columnBody, leavesRoom: capital.leavesRoom }),
    })
  );
}

interface Dragged {
  readonly before: Timeline;
  readonly after: Timeline;
  readonly placement: Placement;
}

function dragged(of: Omit<TimelineOf, 'asOfDay'>, [from, to]: readonly [Day, Day]): Dragged {
  const before = createTimeline({ ...of, asOfDay: from });
  const after = createTimeline({ ...of, asOfDay: to });
  return { before, after, placement: held(before, after) ?? after.placement };
}

function placesOf(table: EventTable, seats: readonly Seat[] = []): Map<string, string> {
  return new Map(
    seats.map(({ row, ...place }) => [table.idOf(row) ?? '', JSON.stringify(place)] as const),
  );
}

/** Each name stands where it stood, and no text meets another or a mark. */
function expectHeld({ before, after, placement }: Dragged, pxPerDay: number, share: number): void {
  const now = placement.seatsAt(pxPerDay);
  const then = before.placement.seatsAt(pxPerDay);
  if (placement.heldFrom) {
    for (const [lane, seats] of now.entries()) {
      const stood = placesOf(before.input.table, then[lane]);
      for (const [id, place] of placesOf(after.input.table, seats)) {
        expect(stood.get(id)).toBe(place);
      }
    }
  }
  const picture = after.draw(after.viewAt(pxPerDay, share), { placement });
  expect(faultsIn(picture.scene, after.input.measure)).toEqual([]);
}

const days = fc.integer({ min: dayOf(2018, 9, 1), max: dayOf(2021, 6, 1) });

const drags = fc
  .record({
    dataset: crowdedRecords(30, { isRevised: true }),
    days: fc.tuple(days, days),
    lang: fc.constantFrom('en' as const, 'ja' as const),
    grouping: fc.constantFrom(...GROUPINGS, 'capital' as const),
    heightPx: fc.constantFrom(330, 560),
  })
  .map(({ days: each, ...of }) => dragged(of, each));

describe('while the as-of line is dragged', () => {
  it('names keep their places, and no text meets another or a mark', () => {
    const property = fc.property(
      drags,
      fc.double({ min: -8, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (drag, level, share) => {
        const { input, whole } = drag.after;
        const widest = levelOf(input.widthPx / (whole.endDay - whole.startDay));
        expectHeld(drag, pxPerDayOfLevel(Math.max(widest, level)), share);
      },
    );
    fc.assert(property, { numRuns: tries(60), endOnFailure: true });
  });

  it.each(GROUPINGS)('so they do in the bundled record, by %s', (grouping) => {
    const drag = dragged({ dataset: readRecord(), grouping, heightPx: 700 }, [
      dayOf(2023, 6, 12),
      dayOf(2023, 8, 19),
    ]);
    for (const pxPerDay of [900 / 30_000, 900 / 4000, 900 / 396, 30])
      expectHeld(drag, pxPerDay, 0.86);
  });

  it('all names stay of which the same is said, where marks stand in rows of their own', () => {
    const { before, after, placement } = dragged({ dataset: readRecord(), heightPx: 700 }, [
      dayOf(2023, 6, 12),
      dayOf(2023, 6, 25),
    ]);
    const pxPerDay = 900 / 396;
    expect(regimeOf(pxPerDay)).toBe('marks');
    expect(placement.heldFrom).toBe(before.placement);
    const { table } = after.input;
    const stood = before.placement.seatsAt(pxPerDay).flat();
    const same = stood.filter(({ row }) => {
      const now = table.rowOf(before.input.table.idOf(row) ?? '');
      return now !== undefined && table.stateOf(now) === before.input.table.stateOf(row);
    });
    expect(same.length).toBeGreaterThan(100);
    // One more could say by now that nothing was confirmed.
    expect(placement.seatsAt(pxPerDay).flat().length).toBeGreaterThanOrEqual(same.length - 2);
  });

  it('what is new, or said anew, has no name yet', () => {
    const dataset = datasetOf({
      recordedThrough: '2019-12-31',
      events: [
        eventJson({ id: 'talks', date: '2019-02-01' }),
        eventJson({
          id: 'visit',
          date: '2019-05-02',
          known: '2019-03-01',
          revisions: [{ known: '2019-01-01', status: 'expected', date: '2019-05' }],
        }),
        eventJson({ id: 'news', date: '2019-03-01' }),
      ],
    });
    const { after, placement } = dragged({ dataset }, [dayOf(2019, 2, 20), dayOf(2019, 3, 20)]);
    const named = placement
      .seatsAt(4)
      .flat()
      .map(({ row }) => after.input.table.idOf(row));
    expect(named).toEqual(['talks']);
    const all = after.placement
      .seatsAt(4)
      .flat()
      .map(({ row }) => after.input.table.idOf(row));
    expect(new Set(all)).toEqual(new Set(['news', 'talks', 'visit']));
  });

  it.each([
    ['columns', 'domain', 900 / 3000],
    ['stacks of marks', 'capital', 900 / 300],
  ] as const)('a name that %s grow up to is left out', (_what, grouping, pxPerDay) => {
    const place = { name: 'Tokyo', country: 'JP' };
    const found = Array.from({ length: 40 }, (_, i) =>
      eventJson({
        id: `found-${i}`,
        date: '2019-03-01',
        known: '2019-06-01',
        importance: 1,
        place,
      }),
    );
    const dataset = datasetOf({
      recordedThrough: '2019-12-31',
      events: [
        eventJson({ id: 'early', date: '2005-03-01', place }),
        eventJson({ id: 'treaty', date: '2019-03-01', importance: 5, place }),
        ...found,
      ],
    });
    const drag = dragged({ dataset, grouping, heightPx: 420 }, [
      dayOf(2019, 4, 1),
      dayOf(2019, 7, 1),
    ]);
    const namedIn = ({ input }: Timeline, placement: Placement) =>
      placement
        .seatsAt(pxPerDay)
        .flat()
        .map(({ row }) => input.table.idOf(row));
    expect(namedIn(drag.before, drag.before.placement)).toContain('treaty');
    expect(namedIn(drag.after, drag.placement)).toEqual(['early']);
    expectHeld(drag, pxPerDay, 0.5);
  });

  it('other lanes than before hold no names', () => {
    const before = createTimeline({
      dataset: readRecord(),
      asOfDay: dayOf(1960, 1, 1),
      grouping: 'actor',
    });
    const after = createTimeline({
      dataset: readRecord(),
      asOfDay: dayOf(2023, 6, 12),
      grouping: 'actor',
    });
    expect(holdLanes(after.lanes, before.lanes)).toBeUndefined();
  });
});
