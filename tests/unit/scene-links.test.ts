import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksAsOf } from '../../src/model/shown-event';
import { NO_FILTER, type Road } from '../../src/query/filter';
import { rejectMasks } from '../../src/query/match';
import { overlap } from '../../src/scene/boxes';
import { curvePoint, cutCubic } from '../../src/scene/cubic';
import { type LinkEnd, type RouteInput, routeLink } from '../../src/scene/link-curves';
import type { Box, CurveShape, Group, SceneNode } from '../../src/scene/scene';
import { dayOf } from '../../src/time/day';
import { readRecord } from '../support/slide';
import { createTimeline } from '../support/timeline';

const CLIP: Box = { x: 0, y: 0, width: 800, height: 400 };
const PILL = { width: 50, height: 17 };

const box = fc.record({
  x: fc.integer({ min: 10, max: 700 }),
  y: fc.integer({ min: 10, max: 370 }),
  width: fc.integer({ min: 30, max: 160 }),
  height: fc.constant(12),
});
const end = fc.record({
  box: fc.record({
    x: fc.integer({ min: 20, max: 760 }),
    y: fc.integer({ min: 20, max: 360 }),
    width: fc.constant(9),
    height: fc.constant(9),
  }),
  shape: fc.constantFrom<LinkEnd['shape']>('circle', 'square', 'diamond', 'triangle'),
  offPx: fc.constant(6),
});

function routeInput(part: Partial<RouteInput> & Pick<RouteInput, 'from' | 'to'>): RouteInput {
  return {
    clip: CLIP,
    names: [],
    points: [],
    spans: [],
    others: [],
    taken: [],
    pill: PILL,
    ...part,
  };
}

function pointEnd(x: number, y: number): LinkEnd {
  return { box: { x: x - 4, y: y - 4, width: 8, height: 8 }, shape: 'circle', offPx: 6 };
}

function centre({ box: { x, y, width, height } }: LinkEnd): [number, number] {
  return [x + width / 2, y + height / 2];
}

describe('the way of a link', () => {
  it('puts its word where it meets no name and stays in the picture', () => {
    fc.assert(
      fc.property(end, end, fc.array(box, { maxLength: 30 }), (from, to, names) => {
        const route = routeLink(routeInput({ from, to, names }));
        if (!route?.pill) return;
        const { pill } = route;
        expect(names.filter((name) => overlap(name, pill))).toEqual([]);
        expect(pill.x).toBeGreaterThanOrEqual(CLIP.x);
        expect(pill.x + pill.width).toBeLessThanOrEqual(CLIP.x + CLIP.width);
      }),
    );
  });

  it('begins and ends at the rings, not in the marks nor far from them', () => {
    fc.assert(
      fc.property(end, end, fc.array(box, { maxLength: 20 }), (from, to, names) => {
        const route = routeLink(routeInput({ from, to, names }));
        if (!route) throw new Error('there is always a curve');
        const [x0, y0, , , , , x1, y1] = route.points;
        for (const [mark, x, y] of [
          [from, x0, y0],
          [to, x1, y1],
        ] as const) {
          const [cx, cy] = centre(mark);
          const apartPx = Math.hypot(x - cx, y - cy);
          expect(apartPx).toBeGreaterThanOrEqual(9 / 2 / Math.SQRT2 + 6 - 1e-9);
          expect(apartPx).toBeLessThanOrEqual((9 / 2 + 6) * Math.SQRT2 + 1e-9);
        }
      }),
    );
  });

  it('goes round a name that stands in the straight way', () => {
    const [from, to] = [pointEnd(100, 200), pointEnd(700, 200)];
    const wall: Box = { x: 350, y: 190, width: 100, height: 20 };
    const route = routeLink(routeInput({ from, to, names: [wall] }));
    expect(route?.crossed).toBe(0);
    expect(route?.pill).toBeDefined();
  });

  it('crosses the fewest names when it must cross some', () => {
    const [from, to] = [pointEnd(100, 200), pointEnd(700, 200)];
    const high = (x: number): Box => ({ x, y: -400, width: 40, height: 1200 });
    const route = routeLink(routeInput({ from, to, names: [high(300), high(500)] }));
    expect(route?.crossed).toBe(2);
    expect(route?.pill).toBeDefined();
  });

  it('does not depend on the order in which names are given', () => {
    fc.assert(
      fc.property(end, end, fc.array(box, { maxLength: 20 }), (from, to, names) => {
        const there = routeLink(routeInput({ from, to, names }));
        const back = routeLink(routeInput({ from, to, names: names.toReversed() }));
        expect(back?.points).toEqual(there?.points);
        expect(back?.pill).toEqual(there?.pill);
      }),
    );
  });
});

describe('a cubic cut at boxes', () => {
  const coordinate = fc.integer({ min: 0, max: 500 });
  const cubic = fc.tuple(
    coordinate,
    coordinate,
    coordinate,
    coordinate,
    coordinate,
    coordinate,
    coordinate,
    coordinate,
  );

  it('joins again to the whole curve', () => {
    fc.assert(
      fc.property(cubic, coordinate, (points, wall) => {
        const pieces = cutCubic(points, (x) => x > wall);
        let [x, y] = [points[0], points[1]];
        for (const piece of pieces) {
          expect(piece.points[0]).toBeCloseTo(x, 6);
          expect(piece.points[1]).toBeCloseTo(y, 6);
          [x, y] = [piece.points[6], piece.points[7]];
        }
        expect([x, y]).toEqual([points[6], points[7]].map((value) => expect.closeTo(value, 6)));
      }),
    );
  });

  it('tells what lies within from what lies outside', () => {
    const points = [0, 0, 100, 0, 200, 0, 300, 0] as const;
    const pieces = cutCubic(points, (x) => x > 100 && x < 150);
    expect(pieces.map((piece) => piece.isWithin)).toEqual([false, true, false]);
    const [x] = curvePoint(pieces[1]?.points ?? points, 0.5);
    expect(x).toBeGreaterThan(100);
    expect(x).toBeLessThan(150);
  });
});

describe('links of the selected event', () => {
  const dataset = readRecord();
  const asOfDay = dayOf(2023, 6, 12);
  const view = { startDay: dayOf(2022, 12, 1), endDay: dayOf(2024, 1, 1) };
  const timeline = createTimeline({ dataset, asOfDay, widthPx: 1000, heightPx: 660 });
  const { table } = timeline.input;
  const rows = Array.from({ length: table.count }, (_, row) => row).filter(
    (row) =>
      row % 4 === 0 &&
      (table.startDay[row] ?? 0) >= view.startDay &&
      (table.endDay[row] ?? 0) < view.endDay,
  );
  const draw = (selectedRow: number | undefined, few = {}) =>
    timeline.draw(view, { selectedRow, ...few });

  it('are drawn for some events, six at most, and for none where none is selected', () => {
    const counts = rows.map((row) => linkGroups(draw(row).scene.nodes).length);
    expect(Math.max(...counts)).toBeGreaterThan(1);
    expect(Math.max(...counts)).toBeLessThanOrEqual(6);
    expect(linkGroups(draw(undefined).scene.nodes)).toEqual([]);
  });

  it('have a word on the arrow that the event itself or the other one says', () => {
    for (const row of rows) {
      const groups = groupsOf(draw(row).scene.nodes);
      const known = linksAsOf(table, row).map(({ link }) => link.rel);
      for (const group of groups.filter(({ label }) => label?.startsWith('link '))) {
        expect(known).toContain(group.label?.slice('link '.length));
      }
    }
  });

  it('are the same in the same picture, and only rings where events are columns', () => {
    const row = table.rowOf('camp-david-trilateral-summit') ?? 0;
    expect(draw(row).scene).toEqual(draw(row).scene);
    const whole = timeline.draw(timeline.whole, { selectedRow: row });
    expect(linkGroups(whole.scene.nodes)).toEqual([]);
  });

  it('are the same links after a pan of a few px', () => {
    const row = table.rowOf('camp-david-trilateral-summit') ?? 0;
    const days = 1.5;
    const moved = { startDay: view.startDay + days, endDay: view.endDay + days };
    const ways = (nodes: readonly SceneNode[]) => linkGroups(nodes).map((group) => group.label);
    const panned = timeline.draw(moved, { selectedRow: row });
    expect(ways(panned.scene.nodes)).toEqual(ways(draw(row).scene.nodes));
  });
});

describe('links of a road', () => {
  const dataset = readRecord();
  const asOfDay = dayOf(2024, 6, 1);
  const view = { startDay: dayOf(2022, 1, 1), endDay: dayOf(2024, 1, 1) };
  const timeline = createTimeline({ dataset, asOfDay, widthPx: 1000, heightPx: 660 });
  const { table } = timeline.input;
  const roadOf = (event: string, way: Road['way']) => ({
    masks: rejectMasks(table, { ...NO_FILTER, road: { event, way } }),
    isRoad: true,
  });
  const few = roadOf('biden-kishida-tokyo-2022', 'after');
  const wholeRoad = { masks: rejectMasks(table, NO_FILTER), isRoad: true };

  it('join its events, thinly and without words, and no others', () => {
    const { masks } = few;
    const drawn = groupsOf(timeline.draw(view, few).scene.nodes).filter(isRoadGroup);
    const among = Array.from({ length: table.count }, (_, row) => row).flatMap((row) =>
      linksAsOf(table, row).filter(
        (link) => link.direction === 'out' && masks[row] === 0 && masks[link.row] === 0,
      ),
    );
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.length).toBeLessThanOrEqual(among.length);
    const texts = drawn.flatMap(({ nodes }) => nodes).filter(({ kind }) => kind === 'text');
    expect(texts).toEqual([]);
    expect(groupsOf(timeline.draw(view, { masks }).scene.nodes).filter(isRoadGroup)).toEqual([]);
  });

  it('are sixty at most, however many there are', () => {
    const wide = { startDay: dayOf(2020, 1, 1), endDay: dayOf(2025, 1, 1) };
    const { nodes } = timeline.draw(wide, wholeRoad).scene;
    expect(groupsOf(nodes).filter(isRoadGroup)).toHaveLength(60);
  });

  it('lie behind those of the selected event, each link being drawn once', () => {
    const selectedRow = table.rowOf('three-strategy-documents-2022');
    const { nodes } = timeline.draw(view, { ...few, selectedRow }).scene;
    const labels = groupsOf(nodes).flatMap(({ label = '' }) =>
      /^(link|road) /.test(label) ? [label.slice(0, 4)] : [],
    );
    expect(labels.lastIndexOf('road')).toBeLessThan(labels.indexOf('link'));
    const alone = timeline.draw(view, few).scene.nodes;
    expect(labels.length).toBeLessThanOrEqual(groupsOf(alone).filter(isRoadGroup).length + 6);
  });
});

function isRoadGroup({ label }: Group): boolean {
  return label?.startsWith('road ') === true;
}

function groupsOf(nodes: readonly SceneNode[]): Group[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? [node, ...groupsOf(node.nodes)] : []));
}

function linkGroups(nodes: readonly SceneNode[]): Group[] {
  return groupsOf(nodes).filter(
    (group) =>
      group.label?.startsWith('link ') &&
      group.nodes.some((node): node is CurveShape => node.kind === 'curve'),
  );
}
