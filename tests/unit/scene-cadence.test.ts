import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import { type Cadence, cadenceOf } from '../../src/query/cadence';
import {
  CADENCE_STRIP_PX,
  type CadenceStripInput,
  layoutCadenceStrip,
} from '../../src/scene/cadence-strip';
import { projectionOf } from '../../src/scene/projection';
import type { SceneNode, Shape, TextShape } from '../../src/scene/scene';
import { formatIsoDay, type Span } from '../../src/time/day';
import { datasetOf, days, eventJson, isoDay, type Json } from '../support/model-dataset';
import { tries } from '../support/tries';

const AS_OF = isoDay('2023-06-12');
const TOP = 100;
const WIDTH = 1000;
const VIEW: Span = { startDay: isoDay('2019-12-01'), endDay: isoDay('2024-03-01') };

const measure = (text: string, font: { readonly sizePx: number }) =>
  text.length * font.sizePx * 0.55;
const words = { lengthOf: (d: number) => `${d} d`, silenceOf: (d: number) => `${d} d so far` };

function cadence(events: readonly Json[]): Cadence {
  const table = createEventTable(datasetOf({ events }), AS_OF);
  const found = cadenceOf(
    table,
    Array.from({ length: table.count }, (_, row) => row),
  );
  if (!found) throw new Error('too many');
  return found;
}

const onDates = (...dates: readonly string[]) =>
  cadence(dates.map((date, i) => eventJson({ id: `e-${i}`, date })));

function strip(of: Cadence, view = VIEW, given: Partial<CadenceStripInput> = {}) {
  return layoutCadenceStrip({
    cadence: of,
    xOf: projectionOf(view, WIDTH).xOf,
    widthPx: WIDTH,
    topPx: TOP,
    lang: 'en',
    words,
    measure,
    ...given,
  });
}

function shapesOf(nodes: readonly SceneNode[]): Shape[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? shapesOf(node.nodes) : [node]));
}

const textsOf = (of: ReturnType<typeof strip>) =>
  shapesOf(of.nodes).filter((shape): shape is TextShape => shape.kind === 'text');
const linesOf = (of: ReturnType<typeof strip>) =>
  shapesOf(of.nodes).flatMap((shape) => (shape.kind === 'polygon' ? [shape] : []));

const YEARLY = onDates('2020-05-01', '2021-02-01', '2021-04-01', '2023-01-01', '2023-05-01');

const events = fc
  .array(
    fc.record({
      date: fc.oneof(
        { weight: 3, arbitrary: days.map(formatIsoDay) },
        days.map((day) => formatIsoDay(day).slice(0, 7)),
      ),
      status: fc.constantFrom('happened', 'happened', 'happened', 'expected', 'scheduled'),
    }),
    { maxLength: 40 },
  )
  .map((list) => cadence(list.map((given, i) => eventJson({ id: `e-${i}`, ...given }))));
const views = fc
  .tuple(days, fc.integer({ min: 20, max: 4000 }))
  .map(([startDay, length]): Span => ({ startDay, endDay: startDay + length }));

describe('the strip of a cadence', () => {
  it('draws the longest gap thickest and in full ink, and names it', () => {
    const lines = linesOf(strip(YEARLY)).filter(({ stroke }) => !stroke?.dash);
    const thickest = lines.toSorted(
      (a, b) => (b.stroke?.widthPx ?? 0) - (a.stroke?.widthPx ?? 0),
    )[0];
    expect(lines).toHaveLength(4);
    expect(thickest?.stroke?.ink).toBe('ink-1');
    expect(lines.filter(({ stroke }) => stroke?.ink === 'ink-1')).toEqual([thickest]);
    const named = textsOf(strip(YEARLY)).find(({ font }) => font.weight === 600);
    expect(named?.text).toBe('640 d');
  });

  it('dashes the present silence up to the as-of line', () => {
    const dashed = linesOf(strip(YEARLY)).filter(({ stroke }) => stroke?.dash);
    const { xOf } = projectionOf(VIEW, WIDTH);
    expect(dashed).toHaveLength(1);
    expect(dashed[0]?.points[2]).toBeCloseTo(xOf(AS_OF + 1), 6);
    expect(textsOf(strip(YEARLY)).map(({ text }) => text)).toContain('42 d so far');
  });

  it('shows a plan as a hollow ring and gives its row', () => {
    const planned = cadence([
      eventJson({ id: 'a', date: '2023-01-01' }),
      eventJson({ id: 'b', date: '2023-09-01', status: 'expected' }),
    ]);
    const { nodes, hits } = strip(planned);
    expect(shapesOf(nodes).find(({ kind }) => kind === 'circle')).toMatchObject({
      fill: 'canvas',
      stroke: { dash: [3.5, 2.5] },
    });
    expect(hits).toContainEqual(expect.objectContaining({ kind: 'cadence-next', row: 1 }));
  });

  it('is empty but in its place where nothing took place', () => {
    const { nodes, hits, heightPx } = strip(cadence([]));
    expect(shapesOf(nodes)).toEqual([]);
    expect(hits).toEqual([]);
    expect(heightPx).toBe(CADENCE_STRIP_PX);
  });

  it('draws the gap that spans a view without any occasion', () => {
    const view = { startDay: isoDay('2022-01-01'), endDay: isoDay('2022-06-01') };
    const [line, ...more] = linesOf(strip(YEARLY, view));
    expect(more).toEqual([]);
    expect(line?.points[0]).toBeLessThan(0);
    expect(line?.points[2]).toBeGreaterThan(WIDTH);
  });

  it('tells which gap lies under the pointer', () => {
    const { hits } = strip(YEARLY);
    const gaps = hits.flatMap((hit) => (hit.kind === 'cadence-gap' ? [hit.gap] : []));
    expect(gaps).toEqual(YEARLY.gaps);
    const occasions = hits.flatMap((hit) => (hit.kind === 'cadence-occasion' ? hit.rows : []));
    expect(occasions).toEqual(YEARLY.occasions.flatMap(({ rows }) => rows));
  });

  it('leaves out the texts that would meet its title', () => {
    const titled = strip(YEARLY, VIEW, { words: { ...words, title: 'x'.repeat(170) } });
    expect(textsOf(titled)).toHaveLength(1);
  });

  it('leaves out a text that the edge would cut', () => {
    const view = { startDay: isoDay('2019-12-01'), endDay: isoDay('2023-07-20') };
    const silence = ({ text }: TextShape) => text === '42 d so far';
    expect(textsOf(strip(YEARLY)).some(silence)).toBe(true);
    expect(textsOf(strip(YEARLY, view)).some(silence)).toBe(false);
  });

  it('never lets two texts meet, nor a shape leave its height', () => {
    fc.assert(
      fc.property(events, views, fc.boolean(), (of, view, hasTitle) => {
        const title = hasTitle ? { title: 'Cadence: summits' } : {};
        const laidOut = strip(of, view, { words: { ...words, ...title } });
        const boxes = textsOf(laidOut)
          .map(({ text, x, font }) => [x, x + measure(text, font)] as const)
          .toSorted((a, b) => a[0] - b[0]);
        for (const [i, [x]] of boxes.entries()) {
          if (i > 0) expect(x).toBeGreaterThan(boxes[i - 1]?.[1] ?? 0);
        }
        for (const shape of shapesOf(laidOut.nodes)) {
          if (shape.kind !== 'rect') continue;
          expect(shape.y).toBeGreaterThanOrEqual(TOP);
          expect(shape.y + shape.height).toBeLessThanOrEqual(TOP + CADENCE_STRIP_PX);
        }
      }),
      { numRuns: tries(150) },
    );
  });

  it('keeps giant coordinates from the canvas', () => {
    fc.assert(
      fc.property(events, views, (of, view) => {
        for (const { points } of linesOf(strip(of, view))) {
          expect(Math.abs(points[0] ?? 0)).toBeLessThan(WIDTH + 100);
          expect(Math.abs(points[2] ?? 0)).toBeLessThan(WIDTH + 100);
        }
      }),
      { numRuns: tries(60) },
    );
  });

  it('only moves when panned: what is in both views stands the same', () => {
    fc.assert(
      fc.property(events, views, fc.integer({ min: 1, max: 300 }), (of, view, by) => {
        const length = view.endDay - view.startDay;
        const moved = { startDay: view.startDay + by, endDay: view.endDay + by };
        const shiftPx = (by / length) * WIDTH;
        const inBoth = (x: number) => x > 0 && x < WIDTH - shiftPx;
        const placed = (laidOut: ReturnType<typeof strip>, shift: number) =>
          shapesOf(laidOut.nodes)
            .flatMap((shape) => {
              if (shape.kind === 'text') {
                const end = shape.x + shift - shiftPx + measure(shape.text, shape.font);
                return inBoth(end) ? ([[shape.text, shape.x + shift]] as const) : [];
              }
              // Ticks: the ranges of what is inexact are cut at the edges.
              if (shape.kind === 'rect' && typeof shape.fill === 'string') {
                return [['tick', shape.x + shift]] as const;
              }
              return [];
            })
            .map(([what, x]) => [what, Math.round((x - shiftPx) * 1000) / 1000] as const)
            .filter(([, x]) => inBoth(x + 1e-3) && inBoth(x - 1e-3))
            .map(([what, x]) => `${what} ${x.toFixed(1)}`);
        expect(placed(strip(of, moved), shiftPx)).toEqual(placed(strip(of, view), 0));
      }),
      { numRuns: tries(100) },
    );
  });

  it('draws no more ticks than the screen has room for, however many there are', () => {
    const many = onDates(
      ...Array.from({ length: 1200 }, (_, i) => formatIsoDay(isoDay('2020-01-01') + i)),
    );
    const { nodes, hits } = strip(many, {
      startDay: isoDay('1900-01-01'),
      endDay: isoDay('2100-01-01'),
    });
    expect(shapesOf(nodes).length).toBeLessThan(40);
    const rows = hits.flatMap((hit) => (hit.kind === 'cadence-occasion' ? hit.rows : []));
    expect(rows).toHaveLength(1200);
  });
});
