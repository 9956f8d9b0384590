import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset';
import { GROUPINGS } from '../../src/query/grouping';
import { headPx } from '../../src/scene/capital-lanes';
import { LANE_HEAD_PX } from '../../src/scene/lanes';
import type { TextShape } from '../../src/scene/scene';
import type { TimelinePicture } from '../../src/scene/timeline';
import { AXIS_PX } from '../../src/scene/timeline-input';
import { levelOf, pxPerDayOfLevel } from '../../src/scene/zoom-levels';
import { type Day, dayOf, type Span } from '../../src/time/day';
import { datasetOf, eventJson } from '../support/model-dataset';
import { crowdedRecords } from '../support/random-record';
import { faultsIn, type Inked, inkOf, overlapPx, overlapsOf, textsOf } from '../support/scene-ink';
import { readRecord } from '../support/slide';
import { createTimeline, type Timeline, type TimelineOf } from '../support/timeline';
import { tries } from '../support/tries';

/** A day is 1,000 px and more there. */
const CLOSEST_LEVEL = 23;

/** A smaller failing record would cost minutes to find; the fault says which events meet. */
const QUICK = { endOnFailure: true };

const langs = fc.constantFrom('en', 'ja');
const shares = fc.double({ min: 0, max: 1, noNaN: true });

/** Crowded records as of some day, in either language, in lanes that do and do not have room. */
const timelines: fc.Arbitrary<Timeline> = fc
  .record({
    dataset: crowdedRecords(35),
    asOfDay: fc.integer({ min: dayOf(2019, 1, 1), max: dayOf(2021, 6, 1) }),
    lang: langs,
    grouping: fc.constantFrom(...GROUPINGS, 'capital'),
    heightPx: fc.constantFrom(330, 560),
  })
  .map(createTimeline);

/** The widest scale at which the whole record fills the window, and closer ones at and between the levels. */
const scales = (timeline: Timeline) => {
  const widest = levelOf(timeline.input.widthPx / daysOf(timeline.whole));
  return fc
    .oneof(
      fc.integer({ min: widest + 1, max: CLOSEST_LEVEL }),
      fc.double({ min: widest, max: CLOSEST_LEVEL, noNaN: true }),
    )
    .map(pxPerDayOfLevel);
};

const scaled = timelines.chain((timeline) => fc.tuple(fc.constant(timeline), scales(timeline)));

function daysOf(span: Span): number {
  return span.endDay - span.startDay;
}

/** All that stands where it should not, in words. */
function faultsOf(timeline: Timeline, picture: TimelinePicture): string[] {
  return faultsIn(picture.scene, timeline.input.measure);
}

describe('no text meets another, nor the mark of another event', () => {
  it('in crowded records', () => {
    fc.assert(
      fc.property(scaled, shares, ([timeline, pxPerDay], share) => {
        const picture = timeline.draw(timeline.viewAt(pxPerDay, share));
        expect(faultsOf(timeline, picture)).toEqual([]);
      }),
      { numRuns: tries(60), ...QUICK },
    );
  });

  const record = readRecord();
  const asOfDays: Record<string, Day> = {
    '2023-06-12': dayOf(2023, 6, 12),
    '2026-11-22': dayOf(2026, 11, 22),
    '1960-01-19': dayOf(1960, 1, 19),
  };
  it.each(
    Object.keys(asOfDays).flatMap((day) => [
      ['en', day],
      ['ja', day],
    ]),
  )('in the bundled record, in %s, as of %s', (lang, day) => {
    expectNoFaults({
      dataset: record,
      asOfDay: asOfDays[day] ?? 0,
      lang: lang === 'ja' ? 'ja' : 'en',
    });
  });

  it.each(GROUPINGS.filter((grouping) => grouping !== 'domain'))(
    'in the bundled record, by %s',
    (grouping) => {
      const asOfDay = asOfDays['2026-11-22'] ?? 0;
      for (const lang of ['en', 'ja'] as const)
        expectNoFaults({ dataset: record, asOfDay, lang, grouping, heightPx: 760 });
    },
  );

  function expectNoFaults(given: TimelineOf): void {
    const timeline = createTimeline(given);
    const { asOfDay } = given;
    const widest = levelOf(timeline.input.widthPx / daysOf(timeline.whole)) + 1;
    for (let level = widest; level <= 18; level += 1.25) {
      const pxPerDay = pxPerDayOfLevel(level);
      const days = timeline.input.widthPx / pxPerDay;
      // Around the as-of line, and where 2023 is at its densest.
      for (const middle of [asOfDay, dayOf(2023, 5, 20)]) {
        const view = { startDay: middle - 0.6 * days, endDay: middle + 0.4 * days };
        expect(faultsOf(timeline, timeline.draw(view))).toEqual([]);
      }
    }
  }

  it('so also where lanes are scrolled and an event is selected', () => {
    const property = fc.property(scaled, shares, fc.nat(200), (given, share, scrollPx) => {
      const [timeline, pxPerDay] = given;
      const selectedRow = Math.floor(share * (timeline.input.table.count - 1));
      const picture = timeline.draw(timeline.viewAt(pxPerDay, share), { scrollPx, selectedRow });
      const texts = textsOf(inkOf(picture.scene, timeline.input.measure));
      // The words on the arrows between events keep clear of names by a rule of their own.
      expect(overlapsOf(texts, texts, 0.5)).toEqual([]);
    });
    fc.assert(property, { numRuns: tries(20), ...QUICK });
  });

  it('so also where a mark ends later than a two-line name hangs, at each scale', () => {
    const dataset = datasetOf({
      recordedThrough: '2019-12-31',
      events: [
        eventJson({ id: 'plan', date: '../2019-04-09', status: 'expected', importance: 4 }),
        eventJson({ id: 'visit', date: '2019-04-05', importance: 5, title: 'Visit' }),
      ],
    });
    const timeline = createTimeline({ dataset, asOfDay: dayOf(2019, 12, 31), grouping: 'none' });
    for (let level = 0; level <= 40; level += 0.5) {
      const days = timeline.input.widthPx / pxPerDayOfLevel(level);
      const middle = dayOf(2019, 4, 7);
      const view = { startDay: middle - days / 2, endDay: middle + days / 2 };
      expect(faultsOf(timeline, timeline.draw(view))).toEqual([]);
    }
  });

  it('finds a fault where there is one', () => {
    const timeline = createTimeline({ dataset: readRecord(), asOfDay: dayOf(2023, 6, 12) });
    const picture = timeline.draw({ startDay: dayOf(2022, 12, 1), endDay: dayOf(2024, 1, 1) });
    const wide = { ...timeline.input, measure: (text: string) => text.length * 12 };
    expect(faultsOf({ ...timeline, input: wide }, picture).length).toBeGreaterThan(20);
  });
});

describe('the axis', () => {
  it('shows each label whole or not at all under the as-of pill and its note', () => {
    fc.assert(
      fc.property(scaled, shares, ([timeline, pxPerDay], share) => {
        const asOfDay = timeline.input.asOfDay;
        const days = timeline.input.widthPx / pxPerDay;
        const view = { startDay: asOfDay - share * days, endDay: asOfDay + (1 - share) * days };
        const inked = inkOf(timeline.draw(view).scene, timeline.input.measure);
        const labels = textsOf(inked).filter(({ label }) => label === 'axis');
        const covers = inked.filter(
          ({ shape, box, order }) =>
            shape.kind === 'rect' &&
            box.y + box.height < AXIS_PX &&
            order > (labels[0]?.order ?? 0),
        );
        for (const label of labels) {
          for (const cover of covers) expect(overlapPx(label.box, cover.box)).toBeLessThan(0.5);
        }
      }),
      { numRuns: tries(25), ...QUICK },
    );
  });
});

describe('panning changes nothing', () => {
  /** Each name that is drawn beside its mark: how far its texts stand from the mark, and their words. */
  function namesOf(timeline: Timeline, view: Span): Map<string, string> {
    const inked = inkOf(timeline.draw(view).scene, timeline.input.measure);
    const { widthPx, table } = timeline.input;
    const names = new Map<string, string>();
    for (const text of textsOf(inked)) {
      const row = table.rowOf(text.eventId ?? '');
      if (row === undefined || text.box.y < AXIS_PX + LANE_HEAD_PX) continue;
      // What the window cuts cannot be compared; names inside spans stick to its edge.
      if (text.box.x <= 0 || text.box.x + text.box.width >= widthPx) continue;
      const markX = ((table.startDay[row] ?? 0) - view.startDay) * (widthPx / daysOf(view));
      if (markX <= 0 || markX >= widthPx) continue;
      // An event may stand in several lanes.
      const key = `${text.eventId} ${text.shape.text} ${laneAt(timeline, text)}`;
      names.set(key, `${(text.shape.x - markX).toFixed(3)} ${text.shape.y.toFixed(3)}`);
    }
    return names;
  }

  function laneAt(timeline: Timeline, { box }: Inked): number {
    return timeline.lanes.findLastIndex(({ topPx }) => box.y >= AXIS_PX + topPx);
  }

  it('in which names stand and where', () => {
    fc.assert(
      fc.property(
        scaled,
        shares,
        fc.double({ min: -0.6, max: 0.6, noNaN: true }),
        ([timeline, pxPerDay], share, by) => {
          const view = timeline.viewAt(pxPerDay, share);
          const shift = by * daysOf(view);
          const moved = { startDay: view.startDay + shift, endDay: view.endDay + shift };
          const [before, after] = [namesOf(timeline, view), namesOf(timeline, moved)];
          for (const [name, place] of after) expect(before.get(name) ?? place).toBe(place);
          // A name in both windows by its box is drawn in both.
          expect(timeline.draw(moved).named).toEqual(timeline.draw(view).named);
        },
      ),
      { numRuns: tries(25), ...QUICK },
    );
  });

  it('and no name that lies in both windows is left out of one', () => {
    fc.assert(
      fc.property(scaled, shares, ([timeline, pxPerDay], share) => {
        const view = timeline.viewAt(pxPerDay, share);
        const quarter = daysOf(view) / 4;
        const moved = { startDay: view.startDay + quarter, endDay: view.endDay + quarter };
        const { widthPx } = timeline.input;
        const inside = (text: Inked<TextShape>, from: number, to: number) =>
          text.box.x > from && text.box.x + text.box.width < to && text.box.y > AXIS_PX;
        // A name is whole or absent: all of its lines must lie inside.
        const textsIn = (span: Span, from: number, to: number) => {
          const texts = textsOf(inkOf(timeline.draw(span).scene, timeline.input.measure)).filter(
            // The question mark of an uncertain date belongs to the mark.
            (text) =>
              text.eventId !== undefined && text.shape.text !== '?' && !isInHead(timeline, text),
          );
          const cut = new Set(
            texts.filter((text) => !inside(text, from, to)).map(({ eventId }) => eventId),
          );
          return texts
            .filter((text) => !cut.has(text.eventId) && !isStuck(timeline, text))
            .map((text) => `${text.eventId} ${text.shape.text}`)
            .toSorted();
        };
        const slackPx = 2;
        const late = textsIn(view, widthPx / 4 + slackPx, widthPx - slackPx);
        // In the band of places a title that the edge cut may now follow its place.
        const found = textsIn(moved, slackPx / 2, widthPx - slackPx / 2);
        expect(found).toEqual(expect.arrayContaining(late));
      }),
      { numRuns: tries(25), ...QUICK },
    );
  });

  /** Names inside spans stick to the window's edge, and move in it. */
  function isStuck({ input: { table } }: Timeline, { eventId }: Inked): boolean {
    const row = table.rowOf(eventId ?? '') ?? 0;
    return (table.endDay[row] ?? 0) - (table.startDay[row] ?? 0) > 1;
  }

  /** Plans beyond the window are told in the heads. */
  function isInHead(timeline: Timeline, { box }: Inked): boolean {
    return timeline.lanes.some((lane) => {
      const isAtFoot = lane.side === 'lower';
      const heightPx = lane.side ? headPx(lane) : LANE_HEAD_PX;
      const top = AXIS_PX + lane.topPx + (isAtFoot ? lane.heightPx - heightPx : 0);
      return box.y >= top && box.y < top + heightPx;
    });
  }
});

describe('every matching event in view can be met', () => {
  /** Rows that reach so far into the view, open ends and all. */
  function rowsInView({ input: { table } }: Timeline, view: Span, byDays = 0): number[] {
    return Array.from({ length: table.count }, (_, row) => row).filter(
      (row) =>
        (table.startDay[row] ?? 0) < view.endDay - byDays &&
        (table.endDay[row] ?? 0) > view.startDay + byDays,
    );
  }

  /** Of what an event may name several. */
  function isShared({ lanes }: Timeline): boolean {
    return lanes.some(({ id }) => /^(actor|tag|country):/.test(id));
  }

  it('once in each of its lanes', () => {
    fc.assert(
      fc.property(scaled, shares, ([timeline, pxPerDay], share) => {
        const view = timeline.viewAt(pxPerDay, share);
        const picture = timeline.draw(view);
        const lanes = picture.lanes.map(({ topPx, heightPx, index: { rows } }) => {
          const [top, foot] = [AXIS_PX + topPx, AXIS_PX + topPx + heightPx];
          const hits = picture.hits.filter(
            ({ box }) => box.y + box.height / 2 > top && box.y + box.height / 2 < foot,
          );
          const met = hits.flatMap((hit) =>
            hit.kind === 'event' ? [hit.row] : hit.kind === 'cluster' ? Array.from(hit.rows) : [],
          );
          return { rows, met: new Set(met) };
        });
        // A point stands at the middle of its span, which may lie just outside.
        for (const row of rowsInView(timeline, view, 12 / pxPerDay)) {
          const own = lanes.filter(({ rows }) => rows.includes(row));
          expect(own.length).toBeGreaterThan(0);
          if (!isShared(timeline)) expect(own).toHaveLength(1);
          if (picture.regime === 'marks')
            for (const { met } of own) expect([...met]).toContain(row);
        }
      }),
      { numRuns: tries(40), ...QUICK },
    );
  });

  it('in columns too, if its first day is in view or it is a long period', () => {
    const wide = timelines.filter(
      (timeline) => timeline.input.widthPx / daysOf(timeline.whole) < pxPerDayOfLevel(-1),
    );
    fc.assert(
      fc.property(wide, (timeline) => {
        const picture = timeline.draw(timeline.whole);
        const met = picture.hits.flatMap((hit) =>
          hit.kind === 'event' ? [hit.row] : hit.kind === 'cluster' ? Array.from(hit.rows) : [],
        );
        expect(picture.regime).not.toBe('marks');
        expect([...new Set(met)].toSorted((a, b) => a - b)).toEqual(
          rowsInView(timeline, timeline.whole),
        );
      }),
      { numRuns: tries(12), ...QUICK },
    );
  });

  /** The bar of spans that overlap can be met as well as their number. */
  const BUNDLE_HIT_PX = 9;

  it('and is counted once: marks and numbers of the foot strips add up to the unnamed ones', () => {
    fc.assert(
      fc.property(scaled, shares, ([timeline, pxPerDay], share) => {
        const view = timeline.viewAt(pxPerDay, share);
        const { hits, lanes, regime, named } = timeline.draw(view);
        fc.pre(regime === 'marks');
        const rowsOf = (isNumber: boolean) =>
          hits.flatMap((hit) =>
            hit.kind === 'cluster' && isNumber === hit.box.height > BUNDLE_HIT_PX
              ? Array.from(hit.rows)
              : [],
          );
        const clustered = rowsOf(true);
        const all = lanes.flatMap(({ index }) => [...index.rows]);
        if (!isShared(timeline)) {
          expect(new Set(clustered).size).toBe(clustered.length);
          expect(clustered.filter((row) => named.has(row))).toEqual([]);
          expect(rowsOf(false).filter((row) => !clustered.includes(row))).toEqual([]);
          expect(all).toHaveLength(timeline.input.table.count);
        }
        expect([...new Set(all)].toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: timeline.input.table.count }, (_, row) => row),
        );
      }),
      { numRuns: tries(25), ...QUICK },
    );
  });
});

describe('a frame costs what is in view', () => {
  const record: Dataset = readRecord();
  const timeline = createTimeline({ dataset: record, asOfDay: dayOf(2023, 6, 12) });

  /** How often the table's columns were read, and how many shapes came of it. */
  function costOf(view: Span): { reads: number; shapes: number; rows: Set<number> } {
    const rows = new Set<number>();
    let reads = 0;
    const nameOf = (row: number) => {
      reads++;
      rows.add(row);
      return timeline.input.nameOf(row);
    };
    const { scene } = timeline.draw(view, { nameOf });
    return { reads, rows, shapes: inkOf(scene, timeline.input.measure).length };
  }

  it('at three days: names and shapes are those of the days and a window beside them', () => {
    const view = { startDay: dayOf(2023, 5, 19), endDay: dayOf(2023, 5, 22) };
    const { reads, rows, shapes } = costOf(view);
    // 640 px and 300 of 900 px are two or three days.
    const { startDay, endDay } = timeline.input.table;
    const near = Array.from(rows).filter(
      (row) => (startDay[row] ?? 0) < view.endDay + 3 && (endDay[row] ?? 0) > view.startDay - 3,
    );
    expect(rows.size).toBeGreaterThan(0);
    expect(near).toHaveLength(rows.size);
    expect(reads).toBeLessThan(12 * rows.size);
    expect(shapes).toBeLessThan(250);
  });

  it('at the whole arc: a shape or two for each event', () => {
    expect(costOf(timeline.whole).shapes).toBeLessThan(3 * timeline.input.table.count);
  });
});
