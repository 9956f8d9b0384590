import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headPx, stackRoomPx } from '../../src/scene/capital-lanes';
import { stackMarks, stackOrder, stackSkyline } from '../../src/scene/capital-stack';
import { markEdges } from '../../src/scene/place-names';
import { createSkyline } from '../../src/scene/skyline';
import { AXIS_PX } from '../../src/scene/timeline-input';
import { pxPerDayOfLevel } from '../../src/scene/zoom-levels';
import { dayOf } from '../../src/time/day';
import { datasetOf, eventJson } from '../support/model-dataset';
import { crowdedRecords } from '../support/random-record';
import { inkOf, textsOf } from '../support/scene-ink';
import { readRecord } from '../support/slide';
import { createTimeline, type Timeline } from '../support/timeline';
import { tries } from '../support/tries';

const asOfDay = dayOf(2026, 11, 22);
const year = { startDay: dayOf(2023, 1, 1), endDay: dayOf(2024, 1, 1) };
const ROOM_PX = 160;

const capitals = crowdedRecords(35).map((dataset) =>
  createTimeline({ dataset, asOfDay: dayOf(2019, 9, 1), grouping: 'capital' }),
);

function stackInput({ input: { table } }: Timeline, level: number) {
  const rows = Uint32Array.from({ length: table.count }, (_, row) => row);
  const order = stackOrder(table, rows);
  return { table, order, pxPerDay: pxPerDayOfLevel(level), roomPx: ROOM_PX };
}

describe('a skyline', () => {
  it('is as high as what was put on it last', () => {
    const steps = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }), fc.nat(9)));
    const property = fc.property(steps, fc.nat(60), fc.nat(20), (raised, from, width) => {
      const skyline = createSkyline(0);
      const plain = Array.from({ length: 100 }, () => 0);
      for (const [x, length, height] of raised) {
        skyline.raise(x, x + length, height);
        plain.fill(height, x, x + length);
      }
      const most = Math.max(0, ...plain.slice(from, from + width + 1));
      expect(skyline.highest(from, from + width + 1)).toBe(most);
    });
    fc.assert(property, { numRuns: tries(200) });
  });
});

describe('marks that touch', () => {
  it('never stand higher at a closer scale, nor over what names keep clear of', () => {
    const property = fc.property(capitals, fc.nat(14), fc.nat(30), (timeline, level, closer) => {
      const wide = stackInput(timeline, level);
      const close = stackInput(timeline, level + closer / 10);
      const skyline = stackSkyline(wide);
      const [before, after] = [stackMarks(wide), stackMarks(close)];
      for (const row of wide.order) {
        const { left, right } = markEdges(wide.table, row, wide.pxPerDay);
        const highest = skyline.highest(left, right);
        expect(after.get(row)).toBeLessThanOrEqual(highest);
        expect(before.get(row)).toBeLessThanOrEqual(highest);
      }
    });
    fc.assert(property, { numRuns: tries(40), endOnFailure: true });
  });

  it('stand on each other, all of them in their room or none', () => {
    const events = Array.from({ length: 30 }, (_, i) =>
      eventJson({
        id: `e${i}`,
        date: '2023-05-18',
        place: { name: 'Hiroshima', country: 'JP' },
      }),
    );
    const timeline = createTimeline({
      dataset: datasetOf({ events }),
      asOfDay,
      grouping: 'capital',
      heightPx: 420,
    });
    const [lane] = timeline.lanes;
    const { hits } = timeline.draw(year);
    const marks = hits.filter((hit) => hit.kind === 'event' && hit.box.height < 14);
    const numbers = hits.filter((hit) => hit.kind === 'cluster');
    expect(marks.length).toBeGreaterThan(5);
    expect(numbers).toHaveLength(1);
    expect(marks.length + (numbers[0]?.kind === 'cluster' ? numbers[0].rows.length : 0)).toBe(30);
    const tops = marks.map(({ box }) => box.y).toSorted((a, b) => a - b);
    const gaps = tops.slice(1).map((y, i) => y - (tops[i] ?? 0) - (marks[0]?.box.height ?? 0) + 2);
    for (const gap of gaps) expect(gap).toBeCloseTo(2.2);
    const foot = AXIS_PX + (lane?.heightPx ?? 0);
    expect(Math.min(...tops)).toBeGreaterThanOrEqual(foot - (lane ? stackRoomPx(lane) : 0) - 1);
  });
});

describe('the lanes of two capitals', () => {
  const timeline = createTimeline({
    dataset: readRecord(),
    asOfDay,
    grouping: 'capital',
    widthPx: 1180,
    heightPx: 720,
  });

  it('are those of the parties about a band of 98 px', () => {
    expect(timeline.lanes.map(({ side }) => side)).toEqual(['upper', 'band', 'lower']);
    const heights = timeline.lanes.map(({ heightPx }) => heightPx);
    expect(heights[1]).toBe(98);
    expect(heights[0]).toBeGreaterThan(heights[2] ?? 0);
    expect(heights.reduce((a, b) => a + b)).toBe(720 - AXIS_PX);
  });

  it('keep 96 px each where there is less room', () => {
    const { lanes } = createTimeline({
      dataset: readRecord(),
      asOfDay,
      grouping: 'capital',
      heightPx: 260,
    });
    expect(lanes.map(({ heightPx }) => heightPx)).toEqual([96, 98, 96]);
  });

  it('have their marks by the axis lines, the first party’s over its own, the other’s under', () => {
    const { hits } = timeline.draw(year);
    const [upper, , lower] = timeline.lanes;
    if (!upper || !lower) throw new Error('no lanes');
    const marks = hits.flatMap((hit) => (hit.kind === 'event' ? [hit] : []));
    const nearest = (lane: typeof upper, distance: (y: number, height: number) => number) =>
      Math.min(
        ...marks
          .filter(({ row }) => lane.index.has(row))
          .map(({ box }) => distance(box.y, box.height)),
      );
    const axisY = AXIS_PX + upper.heightPx;
    expect(nearest(upper, (y, height) => axisY - y - height)).toBeCloseTo(4);
    expect(nearest(lower, (y) => y - AXIS_PX - lower.topPx)).toBeCloseTo(4);
  });

  it('have their heads at the top and at the foot, where no name stands', () => {
    const texts = textsOf(inkOf(timeline.draw(year).scene, timeline.input.measure));
    const [upper, , lower] = timeline.lanes;
    if (!upper || !lower) throw new Error('no lanes');
    const foot = AXIS_PX + lower.topPx + lower.heightPx;
    const inHeads = texts.filter(
      ({ box, label }) =>
        label !== 'axis' &&
        ((box.y > AXIS_PX && box.y + box.height < AXIS_PX + headPx(upper)) ||
          box.y > foot - headPx(lower)),
    );
    const labels = new Set(inHeads.map(({ label }) => label));
    expect(labels).toContain('lane capital:JP');
    expect(labels).toContain('lane capital:US');
    const titles = inHeads.filter(({ shape }) => shape.font.family === 'text');
    expect(titles.map(({ shape }) => shape.text)).toEqual(['capital:JP', 'capital:US']);
  });

  it('name what is elsewhere by its place, and then by its title', () => {
    const texts = textsOf(inkOf(timeline.draw(year).scene, timeline.input.measure));
    const seoul = texts.find(({ shape }) => shape.text === 'Seoul');
    expect(seoul?.shape.font.weight).toBe(600);
    const whole = texts.filter(({ eventId }) => eventId === seoul?.eventId);
    expect(whole.map(({ shape }) => shape.ink)).toContain('ink-1');
    const titled = texts.filter(({ shape }) => shape.ink === 'ink-2' && shape.font.weight === 400);
    expect(titled.length).toBeGreaterThan(0);
  });

  it('have columns that hang from the lower axis line', () => {
    const { hits } = timeline.draw(timeline.whole);
    const lower = timeline.lanes[2];
    if (!lower) throw new Error('no lane');
    const axisY = AXIS_PX + lower.topPx;
    const columns = hits.filter((hit) => hit.kind === 'cluster' && hit.box.y > axisY);
    expect(columns.length).toBeGreaterThan(20);
    for (const { box } of columns) expect(box.y).toBeCloseTo(axisY + 12);
  });

  it('are joined by arrows from mark to mark', () => {
    const { table } = timeline.input;
    const selectedRow = table.rowOf('marcos-japan-visit-feb-2023');
    const { scene } = timeline.draw(year, { selectedRow });
    const curves = inkOf(scene, timeline.input.measure).filter(({ label }) =>
      label.startsWith('link '),
    );
    expect(curves.some(({ shape }) => shape.kind === 'curve')).toBe(true);
  });
});
