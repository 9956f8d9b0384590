import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import { paintSvg } from '../../src/paint/paint-svg';
import { LIGHT } from '../../src/paint/palette';
import { createTenorSampler, type TenorSampler } from '../../src/query/tenor';
import { tenorRecordOf } from '../../src/query/tenor-record';
import { overviewTenor } from '../../src/scene/overview-tenor';
import { overviewTenorPoints } from '../../src/scene/overview-tenor-points';
import type { SceneNode, Shape, TextShape } from '../../src/scene/scene';
import { withCrossings } from '../../src/scene/tenor-curve';
import { tenorHatch } from '../../src/scene/tenor-hatch';
import {
  layoutTenorRibbon,
  TENOR_RIBBON_PX,
  type TenorRibbonInput,
} from '../../src/scene/tenor-ribbon';
import { datasetOf, isoDay } from '../support/model-dataset';
import { tries } from '../support/tries';

const AS_OF = isoDay('2023-06-12');
const VIEW = { startDay: isoDay('2015-01-01'), endDay: isoDay('2025-01-01') };
const MID_TOP = 42;

const measure = (text: string, font: { readonly sizePx: number }) =>
  text.length * font.sizePx * 0.55;

/** Events by day and tenor. */
function samplerOf(events: readonly (readonly [date: string, tenor: number])[]): TenorSampler {
  const dataset = datasetOf({
    events: events.map(([date, tenor], i) => ({
      id: `e-${i}`,
      title: `Event ${i}`,
      date,
      domains: ['security'],
      kind: 'meeting',
      parties: ['JP', 'US'],
      tenor,
    })),
  });
  return createTenorSampler(tenorRecordOf(createEventTable(dataset, AS_OF)));
}

const monthly = (year: number, tenor: number) =>
  Array.from(
    { length: 12 },
    (_, m) => [`${year}-${String(m + 1).padStart(2, '0')}-10`, tenor] as const,
  );

const GOOD_THEN_BAD = samplerOf([
  ...monthly(2016, 1),
  ...monthly(2017, 1),
  ...monthly(2020, -1),
  ...monthly(2021, -2),
  ...monthly(2022, -2),
]);

const ribbonOf = (given: Partial<TenorRibbonInput> = {}) =>
  layoutTenorRibbon({
    sampler: GOOD_THEN_BAD,
    view: VIEW,
    widthPx: 1000,
    topPx: MID_TOP,
    heightPx: TENOR_RIBBON_PX,
    lang: 'en',
    words: { title: 'Tenor', note: ({ count, unit }) => `${count} ${unit}` },
    measure,
    ...given,
  });

function shapesOf(nodes: readonly SceneNode[]): Shape[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? shapesOf(node.nodes) : [node]));
}

const isArea = (ink: string) => (shape: Shape) =>
  shape.kind === 'polygon' &&
  typeof shape.fill === 'object' &&
  shape.fill.stops.some((stop) => stop.ink === ink);
const isLine = (shape: Shape) => shape.kind === 'polygon' && shape.stroke?.fade !== undefined;
const isHatch = (shape: Shape) => shape.kind === 'polygon' && shape.stroke?.ink === 'tenor-down';
const textsOf = (nodes: readonly SceneNode[]) =>
  shapesOf(nodes).filter((shape): shape is TextShape => shape.kind === 'text');

function xsOf(shape: Shape | undefined): number[] {
  return shape?.kind === 'polygon' ? shape.points.filter((_, i) => i % 2 === 0) : [];
}
function ysOf(shape: Shape | undefined): number[] {
  return shape?.kind === 'polygon' ? shape.points.filter((_, i) => i % 2 === 1) : [];
}

describe('the ribbon', () => {
  it('lies above the zero line for cooperation and below it for conflict, 24 px for a point', () => {
    const ribbon = ribbonOf();
    expect(ribbon.pxPerPoint).toBe(24);
    const lines = shapesOf(ribbon.nodes).filter(isLine);
    expect(lines).toHaveLength(2);
    expect(Math.min(...ysOf(lines[0]))).toBeCloseTo(ribbon.zeroY - 24, 6);
    expect(Math.max(...ysOf(lines[1]))).toBeCloseTo(ribbon.zeroY + 48, 6);
    expect(Math.max(...ysOf(shapesOf(ribbon.nodes).find(isArea('tenor-up'))))).toBe(ribbon.zeroY);
  });

  it('takes less for a point where there is less room', () => {
    const ribbon = ribbonOf({ heightPx: 82 });
    expect(ribbon.pxPerPoint).toBe(12);
    const ys = shapesOf(ribbon.nodes).flatMap(ysOf);
    expect(Math.max(...ys)).toBeLessThanOrEqual(MID_TOP + 82);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(MID_TOP);
  });

  it('draws nothing where there is no event, nor after the as-of day', () => {
    const ribbon = ribbonOf();
    const drawn = shapesOf(ribbon.nodes).filter(
      (shape) =>
        isLine(shape) || isHatch(shape) || isArea('tenor-up')(shape) || isArea('ink-3')(shape),
    );
    const half = ribbon.window.days / 2;
    const xOf = (day: number) => ((day - VIEW.startDay) / (VIEW.endDay - VIEW.startDay)) * 1000;
    const gap = [xOf(isoDay('2017-12-11') + half), xOf(isoDay('2020-01-10') - half)] as const;
    expect(gap[1] - gap[0]).toBeGreaterThan(50);
    for (const xs of drawn.map(xsOf)) {
      expect(Math.max(...xs) <= gap[0] + 0.01 || Math.min(...xs) >= gap[1] - 0.01).toBe(true);
      expect(Math.max(...xs)).toBeLessThanOrEqual(xOf(AS_OF + 1) + 0.01);
    }
    expect(shapesOf(ribbonOf({ sampler: samplerOf([]) }).nodes).filter(isLine)).toEqual([]);
  });

  it('ends on the as-of day, between two samples', () => {
    const sampler = samplerOf(monthly(2023, 1).slice(0, 6));
    const line = shapesOf(ribbonOf({ sampler }).nodes).find(isLine);
    const endX = ((AS_OF + 1 - VIEW.startDay) / (VIEW.endDay - VIEW.startDay)) * 1000;
    expect(xsOf(line).at(-1)).toBeCloseTo(endX, 9);
  });

  it('is paler where fewer events stand behind it, and gone at the edge of the kernel', () => {
    const strengths = (sampler: TenorSampler) => {
      const line = shapesOf(ribbonOf({ sampler }).nodes).find(isLine);
      return line?.kind === 'polygon' ? (line.stroke?.fade?.stops ?? []) : [];
    };
    const one = strengths(samplerOf([['2020-06-10', 1]]));
    const many = strengths(samplerOf(monthly(2020, 1)));
    const highest = (stops: typeof one) => Math.max(...stops.map(({ opacity }) => opacity));
    expect(highest(one)).toBeGreaterThan(0.1);
    expect(highest(many)).toBeGreaterThan(highest(one) + 0.3);
    expect([one[0]?.opacity, one.at(-1)?.opacity]).toEqual([0, 0]);
  });

  it('fades in an SVG as it does on the canvas: each stop in a place of its own', () => {
    const scene = { widthPx: 1000, heightPx: 172, nodes: ribbonOf().nodes };
    const svg = paintSvg(scene, { palette: LIGHT, title: 'Tenor', desc: 'Tenor', lang: 'en' });
    const fades = [...svg.matchAll(/<linearGradient.*?<\/linearGradient>/gs)].map(([fade]) =>
      [...fade.matchAll(/ offset="([^"]*)"/g)].map(([, offset]) => offset),
    );
    expect(fades.length).toBeGreaterThan(3);
    for (const offsets of fades) expect(new Set(offsets).size).toBe(offsets.length);
  });

  it('keeps what it draws when it is panned', () => {
    const draw = (by: number) => {
      const view = { startDay: VIEW.startDay + by, endDay: VIEW.endDay + by };
      const shift = (by / (VIEW.endDay - VIEW.startDay)) * 1000;
      const shapes = shapesOf(ribbonOf({ view, nameLow: () => 'Tariffs' }).nodes);
      const line = shapes.filter(isLine);
      const hatch = shapes.filter(isHatch).map((shape) => (xsOf(shape)[0] ?? 0) + shift);
      return {
        line: line.flatMap((shape) => xsOf(shape).map((x, i) => [x + shift, ysOf(shape)[i]])),
        hatch: hatch.filter((x) => x > 300 && x < 700),
        names: textsOf(shapes).flatMap(({ text, x }) => (text === 'Tariffs' ? [x + shift] : [])),
      };
    };
    const still = draw(0);
    expect(still.hatch.length).toBeGreaterThan(20);
    expect(still.names).toHaveLength(1);
    for (const by of [1, -37, 200, 411.3]) {
      const panned = draw(by);
      expect(panned.hatch).toHaveLength(still.hatch.length);
      panned.hatch.forEach((x, i) => expect(x).toBeCloseTo(still.hatch[i] ?? 0, 6));
      expect(panned.names[0]).toBeCloseTo(still.names[0] ?? 0, 6);
      for (const [x, y] of panned.line) {
        const same = still.line.find(([other]) => Math.abs((other ?? 0) - (x ?? 0)) < 1e-6);
        if (same) expect(same[1]).toBeCloseTo(y ?? 0, 6);
      }
    }
  });

  it('is a region to point at, with a button of 24 px for how it is made', () => {
    const { hits } = ribbonOf();
    expect(hits).toMatchObject([
      { kind: 'tenor', box: { x: 0, y: MID_TOP, width: 1000, height: TENOR_RIBBON_PX } },
      { kind: 'tenor-method', box: { width: 24, height: 24 } },
    ]);
    const narrow = ribbonOf({ widthPx: 110 });
    expect(textsOf(narrow.nodes).map(({ text }) => text)).toEqual(['Tenor']);
    expect((narrow.hits[1]?.box.x ?? 999) + 24).toBeLessThanOrEqual(110);
  });

  it('has no coordinate that is not a number, whatever the view', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -700_000, max: 700_000 }),
        fc.integer({ min: 1, max: 4_000_000 }),
        fc.integer({ min: 20, max: 400 }),
        (startDay, length, heightPx) => {
          const view = { startDay, endDay: startDay + length };
          const ribbon = ribbonOf({ view, heightPx, nameLow: () => 'A name of two words' });
          const numbers = shapesOf(ribbon.nodes).flatMap((s) => [...xsOf(s), ...ysOf(s)]);
          expect(numbers.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: tries(60) },
    );
  });
});

describe('names of lows', () => {
  it('stand under the line, inside the ribbon, clear of each other', () => {
    const sampler = samplerOf([
      ...monthly(2015, -0.5),
      ...monthly(2017, 1),
      ...monthly(2018, -0.4),
      ...monthly(2020, 1),
      ...monthly(2021, -0.3),
    ]);
    const { texts, zeroY } = ribbonOf({ sampler, nameLow: () => 'Friction over steel and cars' });
    const boxes = texts.slice(1);
    expect(boxes.length).toBeGreaterThan(1);
    for (const box of boxes) {
      expect(box.y).toBeGreaterThan(zeroY);
      expect(box.y + box.height).toBeLessThanOrEqual(MID_TOP + TENOR_RIBBON_PX);
      const others = boxes.filter((other) => other !== box);
      expect(others.every((o) => o.x >= box.x + box.width || o.x + o.width <= box.x)).toBe(true);
    }
  });

  it('are whole or absent', () => {
    const nameLow = () => 'word '.repeat(60).trim();
    expect(ribbonOf({ nameLow }).texts).toHaveLength(1);
  });
});

describe('the hatch', () => {
  const heights = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: -48, max: 48 })), {
      minLength: 2,
      maxLength: 40,
    })
    .map((steps) => {
      let x = 0;
      return withCrossings(steps.map(([dx, height]) => [(x += dx), height] as const));
    });

  it('stays between the zero line and the curve, and covers all that lies below', () => {
    fc.assert(
      fc.property(heights, fc.integer({ min: -100, max: 100 }), (line, originX) => {
        const rightX = line.at(-1)?.[0] ?? 0;
        const lines = tenorHatch({
          heights: line,
          zeroY: 0,
          originX,
          leftX: 0,
          rightX,
          strengthAt: () => 1,
        });
        const depthAt = (x: number) => {
          const i = Math.max(
            1,
            line.findIndex(([to]) => to >= x),
          );
          const [[ax, ay], [bx, by]] = [line[i - 1] ?? [0, 0], line[i] ?? [0, 0]];
          return -(ay + ((by - ay) * (x - ax)) / Math.max(1e-9, bx - ax));
        };
        let px = 0;
        for (const shape of lines) {
          const [[x0 = 0, x1 = 0], [y0 = 0, y1 = 0]] = [xsOf(shape), ysOf(shape)];
          const outside = [0.02, 0.5, 0.98].filter((share) => {
            const [x, y] = [x0 + share * (x1 - x0), y0 + share * (y1 - y0)];
            return !(y >= -1e-6 && y <= depthAt(x) + 1e-6);
          });
          expect(outside).toEqual([]);
          px += x1 - x0;
        }
        let area = 0;
        for (let x = line[0]?.[0] ?? 0; x < rightX; x += 0.25)
          area += 0.25 * Math.max(0, depthAt(x + 0.125));
        // Lines 5 px apart: each px of their run stands for 5 px².
        expect(Math.abs(px * 5 - area)).toBeLessThan(60 + 0.35 * area);
      }),
      { numRuns: tries(200) },
    );
  });

  it('is none where nothing lies below zero', () => {
    const line = [
      [0, 3],
      [50, 9],
    ] as const;
    const input = { heights: line, zeroY: 0, originX: 0, leftX: 0, rightX: 50 };
    expect(tenorHatch({ ...input, strengthAt: () => 1 })).toEqual([]);
  });
});

describe('the tenor of the overview', () => {
  it('is the same estimate as the ribbon’s, and has its gaps', () => {
    const points = overviewTenorPoints(GOOD_THEN_BAD, VIEW, 1000);
    const ribbon = ribbonOf();
    const samples = GOOD_THEN_BAD.samplesIn(VIEW, ribbon.window);
    for (const { day, value } of points) {
      const sample = samples.value[Math.round(day / samples.stepDays) - samples.first];
      expect(value ?? Number.NaN).toBe(sample);
    }
    expect(points.some(({ value }) => value === undefined)).toBe(true);
    expect(points.at(-1)?.day).toBeLessThanOrEqual(AS_OF + 1);
    const shapes = overviewTenor({ points, zero: 80, xOfDay: (day) => day - VIEW.startDay });
    expect(shapes).toHaveLength(6);
  });
});
