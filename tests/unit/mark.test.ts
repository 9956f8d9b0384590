import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Importance, STATUSES, type Status } from '../../src/model/dataset';
import { FLAG } from '../../src/model/event-table';
import { domainStyle } from '../../src/scene/domain-style';
import { layoutMark, type MarkInput, markExtent, RADIUS_PX } from '../../src/scene/mark';
import { ghostMark } from '../../src/scene/mark-ghost';
import { ringShapes } from '../../src/scene/mark-rings';
import type { Shape, Stroke } from '../../src/scene/scene';
import { tries } from '../support/tries';

const DAY_PX = 4;
const mark = (few: Partial<MarkInput> = {}): MarkInput => ({
  style: domainStyle(0),
  importance: 3,
  status: 'happened',
  flags: 0,
  startX: 400,
  endX: 404,
  y: 50,
  asOfX: 900,
  viewLeftX: 0,
  viewRightX: 1000,
  dayPx: DAY_PX,
  surface: 'canvas',
  ...few,
});

/** Every x and y of a shape. */
function numbersOf(shape: Shape): number[] {
  switch (shape.kind) {
    case 'rect':
      return [shape.x, shape.y, shape.x + shape.width, shape.y + shape.height];
    case 'circle':
      return [shape.x - shape.r, shape.y - shape.r, shape.x + shape.r, shape.y + shape.r];
    case 'polygon':
    case 'curve':
      return [...shape.points];
    case 'text':
      return [shape.x, shape.y];
  }
}
const xsOf = (shapes: readonly Shape[]): number[] =>
  shapes.flatMap((shape) => numbersOf(shape).filter((_, i) => i % 2 === 0));
const paths = (shapes: readonly Shape[]) => shapes.filter((shape) => shape.kind !== 'text');
const strokes = (shapes: readonly Shape[]): Stroke[] =>
  paths(shapes).flatMap(({ stroke }) => (stroke ? [stroke] : []));
const fills = (shapes: readonly Shape[]) => paths(shapes).flatMap(({ fill }) => fill ?? []);

function area(shape: Shape | undefined): number {
  if (shape?.kind === 'circle') return Math.PI * shape.r ** 2;
  if (shape?.kind === 'rect') return shape.width * shape.height;
  if (shape?.kind !== 'polygon') return 0;
  const { points } = shape;
  const at = (i: number) => points[i % points.length] ?? 0;
  const twice = points.map((_, i) => (i % 2 ? 0 : at(i) * at(i + 3) - at(i + 2) * at(i + 1)));
  return Math.abs(twice.reduce((sum, part) => sum + part, 0)) / 2;
}

describe('a point', () => {
  it('has the same area in each domain', () => {
    for (const importance of [1, 2, 3, 4, 5] as const) {
      const expected = Math.PI * RADIUS_PX[importance] ** 2;
      for (const domain of [0, 1, 2, 3]) {
        const { shapes } = layoutMark(mark({ importance, style: domainStyle(domain) }));
        expect(area(shapes[1]) / expected).toBeCloseTo(1, 2);
      }
    }
  });

  it('stands on noon of its day', () => {
    expect(layoutMark(mark()).shapes[1]).toMatchObject({ kind: 'circle', x: 402, y: 50, r: 4.5 });
  });

  it('has a halo of 1.25 in the colour of what it lies on', () => {
    const [halo] = layoutMark(mark({ surface: 'ahead' })).shapes;
    expect(halo).toMatchObject({ kind: 'circle', r: 5.75, fill: 'ahead' });
  });

  it.each([1, 2, 3, 4, 5] as const)(
    'becomes a bar once its day is wider than 2r + 2, importance %i',
    (importance) => {
      const limit = 2 * RADIUS_PX[importance] + 2;
      const formAt = (dayPx: number) =>
        layoutMark(mark({ importance, dayPx, endX: 400 + dayPx })).form;
      expect(formAt(limit - 0.01)).toBe('point');
      expect(formAt(limit)).toBe('bar');
    },
  );
});

describe('a status', () => {
  const drawn = (status: Status, importance: Importance = 3) =>
    layoutMark(mark({ status, importance })).shapes;

  it('happened is filled and has no line', () => {
    expect(fills(drawn('happened'))).toEqual(['canvas', 'dip']);
    expect(strokes(drawn('happened'))).toEqual([]);
  });

  it.each(STATUSES.filter((status) => status !== 'happened' && status !== 'under-way'))(
    '%s is hollow',
    (status) => {
      expect(fills(drawn(status))).toEqual(['canvas']);
    },
  );

  it('scheduled has a line of 1.5, 1.75 from importance 4', () => {
    expect(strokes(drawn('scheduled'))).toEqual([{ ink: 'dip', widthPx: 1.5 }]);
    expect(strokes(drawn('scheduled', 4))).toEqual([{ ink: 'dip', widthPx: 1.75 }]);
  });

  it('expected is dashed, possible is dotted', () => {
    expect(strokes(drawn('expected'))[0]?.dash).toEqual([3.5, 2.5]);
    expect(strokes(drawn('possible'))[0]).toMatchObject({ dash: [0.1, 3], cap: 'round' });
  });

  it('cancelled has a cross, lapsed is grey with a bar', () => {
    const cross = drawn('cancelled').filter((shape) => shape.kind === 'polygon' && !shape.closed);
    expect(cross).toHaveLength(2);
    expect(Math.max(...xsOf(cross)) - 402).toBeCloseTo(0.62 * 4.5);
    const lapsed = drawn('lapsed');
    expect(strokes(lapsed).map(({ ink }) => ink)).toEqual(['line-3', 'line-3']);
    expect(Math.max(...xsOf(lapsed.slice(-1))) - 402).toBeCloseTo(0.55 * 4.5);
  });

  it('keeps its hollow form after its day has passed unconfirmed', () => {
    const flags = FLAG.unconfirmed;
    expect(layoutMark(mark({ status: 'scheduled', flags }))).toEqual(
      layoutMark(mark({ status: 'scheduled' })),
    );
  });
});

describe('a range', () => {
  const range = (few: Partial<MarkInput> = {}) =>
    layoutMark(mark({ startX: 400, endX: 500, ...few }));

  it('ends round, flat or pointed by domain', () => {
    const ends = [0, 1, 2, 3].map((domain) => range({ style: domainStyle(domain) }).shapes[0]);
    expect(ends[0]).toMatchObject({ kind: 'rect', radius: 3.87 });
    expect(ends[1]).toMatchObject({ kind: 'rect' });
    expect(ends[1]).not.toHaveProperty('radius');
    expect(ends.slice(2).map((end) => end?.kind)).toEqual(['polygon', 'polygon']);
    for (const end of ends) expect(Math.min(...xsOf(end ? [end] : []))).toBe(400);
  });

  it('is 1.72 r high and never under 6', () => {
    expect(range({ importance: 5 }).box.height).toBeCloseTo(1.72 * 7.5);
    expect(range({ importance: 1 }).box.height).toBe(6);
  });

  it.each(['under-way', 'happened'] as const)('%s is filled up to the as-of line', (status) => {
    const { shapes } = range({ status, asOfX: 460 });
    const filled = paths(shapes).filter(({ fill }) => fill === 'dip');
    expect(Math.max(...xsOf(filled))).toBe(460);
    const outlined = paths(shapes).filter(({ stroke }) => stroke);
    expect(Math.min(...xsOf(outlined))).toBe(460);
    expect(Math.max(...xsOf(outlined))).toBeCloseTo(499.25);
  });

  it('happened on the as-of day itself is filled though the line stands at its start', () => {
    const { shapes } = range({ dayPx: 100, asOfX: 400 });
    expect(strokes(shapes)).toEqual([]);
  });

  it('that is not exact fades over 26 px or 34% of its width, the smaller', () => {
    const flags = FLAG.coarse;
    const fadeOf = (endX: number) => {
      const fill = fills(range({ flags, endX }).shapes)[0];
      return typeof fill === 'object' ? (fill.stops[1]?.offset ?? 0) * (endX - 400) : 0;
    };
    expect(fadeOf(500)).toBeCloseTo(26);
    expect(fadeOf(440)).toBeCloseTo(13.6);
    expect(range({ flags }).form).toBe('soft');
  });

  it('that is uncertain has a question mark 8 px after it', () => {
    const question = range({ flags: FLAG.uncertain }).shapes.find(({ kind }) => kind === 'text');
    expect(question).toMatchObject({ text: '?', x: 508, ink: 'dip-text' });
    expect(range({ flags: FLAG.coarse }).shapes.every(({ kind }) => kind !== 'text')).toBe(true);
  });

  it('that lies ahead holds its name once wider than 130', () => {
    const ahead = (endX: number) => range({ status: 'expected', endX, flags: FLAG.coarse });
    expect(ahead(530)).toMatchObject({ form: 'soft', nameInside: false });
    expect(ahead(531)).toMatchObject({ form: 'soft-tall', nameInside: true, box: { height: 12 } });
    expect(strokes(ahead(531).shapes).map(({ widthPx, dash }) => [widthPx, dash])).toEqual([
      [1, [3.5, 2.5]],
      [1, [3.5, 2.5]],
    ]);
    expect(range({ endX: 531, flags: FLAG.coarse }).nameInside).toBe(false);
  });

  it('that is open runs to the view edge with a chevron that stays inside the view', () => {
    const endX = Number.POSITIVE_INFINITY;
    const { shapes } = range({ endX, flags: FLAG.openEnd, asOfX: 2000 });
    expect(Math.max(...xsOf(shapes))).toBe(997);
    const startX = Number.NEGATIVE_INFINITY;
    const before = range({ startX, endX: 500, flags: FLAG.openStart });
    expect(Math.min(...xsOf(before.shapes))).toBe(3);
  });
});

const anyMark = fc.record({
  domain: fc.nat(4),
  importance: fc.constantFrom<Importance>(1, 2, 3, 4, 5),
  status: fc.constantFrom(...STATUSES),
  flags: fc.nat(255),
  start: fc.oneof(
    fc.double({ min: -1200, max: 1200, noNaN: true }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  ),
  width: fc.oneof(
    fc.double({ min: 0.01, max: 400, noNaN: true }),
    fc.double({ min: 1, max: 1e9, noNaN: true }),
  ),
  asOfX: fc.double({ min: -1e7, max: 1e7, noNaN: true }),
  dayPx: fc.double({ min: 0.01, max: 300, noNaN: true }),
});

function inputOf(some: typeof anyMark extends fc.Arbitrary<infer T> ? T : never): MarkInput {
  const { domain, start, width, flags, ...rest } = some;
  return mark({
    ...rest,
    flags,
    style: domainStyle(domain),
    startX: (flags & FLAG.openStart) === 0 ? start : Number.NEGATIVE_INFINITY,
    endX: (flags & FLAG.openEnd) === 0 ? start + width : Number.POSITIVE_INFINITY,
  });
}

describe('any mark', () => {
  it('never hands far or broken coordinates to a painter', () => {
    fc.assert(
      fc.property(anyMark, (some) => {
        const { shapes, box } = layoutMark(inputOf(some));
        const numbers = [...shapes.flatMap(numbersOf), box.x, box.y, box.x + box.width];
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(Math.min(0, ...xsOf(shapes))).toBeGreaterThan(-60);
        expect(Math.max(1000, ...xsOf(shapes))).toBeLessThan(1060);
        expect(box.width).toBeGreaterThanOrEqual(0);
        for (const fade of fills(shapes)) {
          if (typeof fade === 'string') continue;
          const offsets = fade.stops.map(({ offset }) => offset);
          expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
          expect(offsets.every((offset) => offset >= 0 && offset <= 1)).toBe(true);
        }
      }),
    );
  });

  it('covers no more than its extent, but for the halo and half its line', () => {
    fc.assert(
      fc.property(anyMark, (some) => {
        const input = inputOf(some);
        const { shapes, form } = layoutMark(input);
        const extent = markExtent(input);
        expect(extent.form).toBe(form);
        const isIn = (x: number) => x >= extent.leftPx - 4.001 && x <= extent.rightPx + 4.001;
        expect(xsOf(shapes).filter((x) => !isIn(x))).toEqual([]);
      }),
      { numRuns: tries(300) },
    );
  });

  it('keeps its form wherever the view is', () => {
    fc.assert(
      fc.property(anyMark, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (some, by) => {
        const input = inputOf(some);
        const moved = { ...input, viewLeftX: by, viewRightX: by + 1000 };
        expect(markExtent(moved).form).toBe(markExtent(input).form);
      }),
    );
  });

  it('shows nothing of an event outside the view', () => {
    expect(layoutMark(mark({ startX: 2000, endX: 2004 })).shapes).toEqual([]);
    expect(layoutMark(mark({ startX: -500, endX: -100 })).shapes).toEqual([]);
    expect(layoutMark(mark({ startX: -500, endX: 2000 })).shapes).not.toEqual([]);
  });
});

describe('the ghost of a postponed event', () => {
  const ghost = (toLeftX: number) =>
    ghostMark({
      style: domainStyle(0),
      importance: 3,
      startX: 400,
      endX: 404,
      toLeftX,
      toRightX: toLeftX + 9,
      y: 50,
      surface: 'canvas',
      viewLeftX: 0,
      viewRightX: 1000,
    });

  it('is grey and dashed, with an arrow of 1.2 to the new date', () => {
    const [outline, shaft, head] = strokes(ghost(500));
    expect(outline).toMatchObject({ ink: 'line-3', dash: [2, 2] });
    expect([shaft?.widthPx, head?.widthPx]).toEqual([1.2, 1.2]);
    expect(Math.max(...xsOf(ghost(500)))).toBe(494);
  });

  it('points back where the new date is earlier, and has no arrow where there is no room', () => {
    expect(Math.min(...xsOf(ghost(300)))).toBe(315);
    expect(strokes(ghost(412))).toHaveLength(1);
  });

  it('does not reach far outside the view', () => {
    expect(Math.max(...xsOf(ghost(1e9)))).toBe(1020);
  });
});

describe('rings', () => {
  const box = { x: 100, y: 100, width: 9, height: 9 };
  const ring = (...args: Parameters<typeof ringShapes>) => ringShapes(...args)[0];

  it('leave 4.5 clear round a selected mark and 4 round a linked one', () => {
    const clear = (kind: 'selected' | 'linked') => {
      const shape = ring(box, kind, domainStyle(0));
      if (shape?.kind !== 'circle') return 0;
      return shape.r - (shape.stroke?.widthPx ?? 0) / 2 - 4.5;
    };
    expect(clear('selected')).toBe(4.5);
    expect(clear('linked')).toBe(4);
  });

  it('tint under the pointer and outline under the keyboard go round the whole box', () => {
    expect(ring(box, 'hover', domainStyle(1))).toMatchObject({
      x: 96,
      width: 17,
      fill: 'sec-tint',
    });
    expect(ring(box, 'focus', domainStyle(1))).toMatchObject({
      x: 96,
      stroke: { ink: 'focus', widthPx: 2 },
    });
  });

  it('are rounded boxes round spans of any domain', () => {
    const span = { ...box, width: 60 };
    for (const domain of [0, 1, 2, 3]) {
      expect(ring(span, 'selected', domainStyle(domain))).toMatchObject({
        kind: 'rect',
        radius: 5,
      });
    }
  });
});
