import { describe, expect, it } from 'vitest';
import { eventBoxes, holdsRow } from '../../src/scene/hit-test';
import type { TimelinePicture } from '../../src/scene/timeline';
import type { Hit } from '../../src/scene/timeline-input';
import { dayOf, type Span } from '../../src/time/day';
import { tableOfDays } from '../support/dense-table';
import { createDenseTimeline } from '../support/dense-timeline';
import { inkOf, overlapPx, overlapsOf, textsOf } from '../support/scene-ink';

const ASOF = dayOf(2026, 1, 1);
const THIRTY_YEARS = 10_957;
const MARKS_FROM = 30;

function timelineOf(count: number, days = THIRTY_YEARS, grouping: 'domain' | 'none' = 'domain') {
  const table = tableOfDays(count, days);
  const extent = { startDay: (table.startDay[0] ?? 0) - 1, endDay: dayOf(2028, 1, 1) };
  return createDenseTimeline({ table, asOfDay: ASOF, extent, grouping, marksFrom: MARKS_FROM });
}

/** Centred on a day, at a scale. */
function viewAt(pxPerDay: number, day = dayOf(2016, 5, 5)): Span {
  return { startDay: day - 600 / pxPerDay, endDay: day + 600 / pxPerDay };
}

const SCALES = [0.05, 0.1, 0.3, 0.57, 0.9, 2, 4, 9];
const dense = timelineOf(30_000);
const { table, measure } = dense.input;

function clustersOf({ hits }: TimelinePicture) {
  return hits.filter((hit): hit is Extract<Hit, { kind: 'cluster' }> => hit.kind === 'cluster');
}

function numbersOf(picture: TimelinePicture) {
  const texts = textsOf(inkOf(picture.scene, measure));
  return texts.filter(
    ({ shape, label }) =>
      label !== 'axis' && shape.font.weight === 650 && /^[\d,]+$/.test(shape.text),
  );
}

describe('a lane of a large set', () => {
  it('is columns at every scale until marks have room', () => {
    expect(SCALES.map((px) => dense.draw(viewAt(px)).regime)).toEqual([
      'years',
      'years',
      'months',
      'months',
      'weeks',
      'weeks',
      'days',
      'days',
    ]);
    expect(dense.draw(viewAt(MARKS_FROM)).regime).toBe('marks');
  });

  it.each(SCALES)('shows each event in view, at %d px a day', (px) => {
    const view = viewAt(px);
    const picture = dense.draw(view);
    const found = new Set<number>();
    for (const hit of picture.hits) {
      if (hit.kind === 'event') found.add(hit.row);
      if (hit.kind === 'cluster') for (const row of Array.from(hit.rows)) found.add(row);
    }
    const begun = Array.from({ length: table.count }, (_, row) => row).filter((row) => {
      const day = table.startDay[row] ?? 0;
      return day >= view.startDay && day < view.endDay;
    });
    expect(begun.length).toBeGreaterThan(100);
    expect(begun.filter((row) => !found.has(row))).toEqual([]);
  });

  it.each(SCALES)('has no text on another, nor a number on a stem, at %d px a day', (px) => {
    const picture = dense.draw(viewAt(px));
    const inked = inkOf(picture.scene, measure);
    const texts = textsOf(inked);
    expect(overlapsOf(texts, texts, 0.5)).toEqual([]);
    const stems = inked.filter(
      ({ shape }) =>
        shape.kind === 'polygon' && shape.stroke?.widthPx === 1 && shape.opacity === 0.85,
    );
    expect(stems.length).toBeGreaterThan(0);
    for (const number of numbersOf(picture)) {
      for (const stem of stems) expect(overlapPx(number.box, stem.box)).toBeLessThan(0.5);
    }
  });

  it('has as many shapes as its width has room for, however many events there are', () => {
    const few = timelineOf(20_000);
    const many = timelineOf(200_000);
    for (const px of SCALES) {
      for (const timeline of [few, many]) {
        const picture = timeline.draw(viewAt(px));
        expect(inkOf(picture.scene, measure).length).toBeLessThan(3 * 300 * 5 + 600);
        expect(picture.hits.length).toBeLessThan(3 * 310 + 300);
      }
    }
  });

  it('keeps its numbers where they are when the view pans', () => {
    const px = 0.6;
    const shownAt = (offsetPx: number) => {
      const picture = dense.draw(viewAt(px, dayOf(2016, 5, 5) + offsetPx / px));
      return new Set(
        numbersOf(picture)
          .map(({ shape }) => ({ text: shape.text, x: shape.x + offsetPx }))
          .filter(({ x }) => x > 240 && x < 1180)
          .map(({ text, x }) => `${text} at ${Math.round(x)}`),
      );
    };
    const before = shownAt(0);
    expect(before.size).toBeGreaterThan(3);
    for (const offsetPx of [10, 57, 200]) expect(shownAt(offsetPx)).toEqual(before);
  });

  it('draws columns of all lanes to one scale', () => {
    const picture = dense.draw(viewAt(0.1));
    const heights = new Map<string, number>();
    for (const { shape, box } of inkOf(picture.scene, measure)) {
      if (shape.kind !== 'rect' || typeof shape.fill !== 'string' || box.width < 20) continue;
      heights.set(shape.fill, Math.max(heights.get(shape.fill) ?? 0, box.height));
    }
    // The domains have ever fewer events.
    expect(heights.get('dip')).toBeGreaterThan(heights.get('eco') ?? Infinity);
  });

  it('rings the share of the event that is chosen, and finds its box', () => {
    const view = viewAt(0.6);
    const rowsInView = clustersOf(dense.draw(view)).find(({ rows }) => rows.length > 5)?.rows;
    const selectedRow = rowsInView?.[3] ?? -1;
    const picture = dense.draw(view, { selectedRow });
    const rings = inkOf(picture.scene, measure).filter(
      ({ shape }) =>
        'stroke' in shape && shape.stroke?.ink === 'ink-1' && shape.stroke.widthPx > 1.7,
    );
    expect(rings).toHaveLength(1);
    const hit = picture.hits.findLast((each) => holdsRow(each, selectedRow));
    const box = eventBoxes(picture.hits).get(selectedRow);
    expect(box?.x).toBeGreaterThanOrEqual(hit?.box.x ?? Infinity);
    expect(box?.x).toBeLessThanOrEqual((hit?.box.x ?? 0) + (hit?.box.width ?? 0));
  });

  it('has no domain’s colour where events are not grouped', () => {
    const picture = timelineOf(5000, THIRTY_YEARS, 'none').draw(viewAt(0.1));
    const fills = inkOf(picture.scene, measure).flatMap(({ shape }) =>
      shape.kind === 'rect' && shape.height > 8 && shape.width < 40 ? [shape.fill] : [],
    );
    expect(fills).toContain('ink-3');
    expect(fills.filter((fill) => fill === 'dip' || fill === 'sec' || fill === 'eco')).toEqual([]);
  });

  it('shows 12,000 years as columns of centuries, and what lies together in time together', () => {
    const long = timelineOf(50_000, 12_000 * 365);
    const { startDay } = long.input.table;
    const whole = { startDay: (startDay[0] ?? 0) - 100, endDay: dayOf(2028, 1, 1) };
    const picture = long.draw(whole);
    const columns = clustersOf(picture).filter(({ span }) => span);
    expect(columns.length).toBeGreaterThan(200);
    expect(columns.length).toBeLessThanOrEqual(3 * 122);
    for (const { span, box } of columns) {
      expect((span?.endDay ?? 0) - (span?.startDay ?? 0)).toBeGreaterThan(36_000);
      expect(box.width).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the foot strip of a crowded view', () => {
  const marks = createDenseTimeline({
    table: tableOfDays(1500, 900),
    asOfDay: ASOF,
    extent: { startDay: dayOf(2024, 1, 1), endDay: dayOf(2028, 1, 1) },
    marksFrom: 0.5,
    grouping: 'none',
  });
  const view = { startDay: dayOf(2024, 6, 1), endDay: dayOf(2027, 1, 1) };
  const picture = marks.draw(view);
  const inked = inkOf(picture.scene, marks.input.measure);

  it('has no span over another', () => {
    const thin = inked.filter(
      ({ shape, box }) =>
        shape.kind === 'rect' && box.width > 28 && (shape.height === 2 || shape.height === 3),
    );
    expect(thin.length).toBeGreaterThan(10);
    expect(overlapsOf(thin, thin, 0.01)).toEqual([]);
  });

  it('counts each event once, at its mark or in a number', () => {
    const spots = picture.hits.filter(
      (hit) => hit.kind === 'event' || (hit.kind === 'cluster' && hit.box.height === 16),
    );
    const counted = spots.flatMap((hit) =>
      hit.kind === 'cluster' ? Array.from(hit.rows) : hit.kind === 'event' ? [hit.row] : [],
    );
    expect(new Set(counted).size).toBe(counted.length);
    expect(counted.length).toBeGreaterThan(1400);
    expect(picture.hits.length).toBeLessThan(400);
    const texts = textsOf(inked);
    expect(overlapsOf(texts, texts, 0.5)).toEqual([]);
  });

  it('keeps events of different days apart, however many long ones run beside them', () => {
    const close = marks.draw(viewAt(40, dayOf(2026, 6, 1)));
    const spots = close.hits.filter((hit) => hit.kind !== 'as-of' && hit.box.height >= 14);
    const places = new Set(spots.map(({ box }) => Math.floor((box.x + box.width / 2) / 40)));
    expect(places.size).toBeGreaterThan(12);
  });
});
