import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutAxis } from '../../src/scene/axis';
import type { AxisInput } from '../../src/scene/axis-labels';
import { dayOfX, projectionOf, xOfDay } from '../../src/scene/projection';
import type { Group, MeasureText, PolygonShape, TextShape } from '../../src/scene/scene';
import { dayOf } from '../../src/time/day';
import { tries } from '../support/tries';

/** Latin letters half as wide as high, Japanese ones square; the heavier the wider. */
const measure: MeasureText = (text, font) =>
  Array.from(text).reduce((sum, char) => sum + (char > '\u2fff' ? 1 : 0.55), 0) *
  font.sizePx *
  (0.9 + font.weight / 4000);

const YEAR_VIEW = { startDay: dayOf(2022, 12, 1), endDay: dayOf(2024, 1, 1) };

function inputOf(change: Partial<AxisInput> = {}): AxisInput {
  return {
    view: YEAR_VIEW,
    widthPx: 862,
    heightPx: 42,
    gridHeightPx: 600,
    lang: 'en',
    showEras: true,
    measure,
    ...change,
  };
}

function textsOf(group: Group): TextShape[] {
  return group.nodes.filter((node): node is TextShape => node.kind === 'text');
}

function linesOf(group: Group): PolygonShape[] {
  return group.nodes.filter((node): node is PolygonShape => node.kind === 'polygon');
}

const endOf = (text: TextShape) => text.x + measure(text.text, text.font);

describe('layoutAxis', () => {
  it('sets a year as in the mock: years with their era above, months below', () => {
    const texts = textsOf(layoutAxis(inputOf()).axis);
    const upper = texts.filter(({ y }) => y < 20);
    const lower = texts.filter(({ y }) => y > 20);
    expect(upper.map(({ text }) => text)).toEqual(['2022', '2023', '令和5年']);
    expect(upper.map(({ ink }) => ink)).toEqual(['ink-1', 'ink-1', 'ink-3']);
    expect(lower.map(({ text }) => text).join(' ')).toBe(
      'Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    );
    expect(lower.filter(({ font }) => font.weight === 600).map(({ text }) => text)).toEqual(
      'Jan Apr Jul Oct'.split(' '),
    );
  });

  it('keeps the year at the left edge while its start is out of view, until the next pushes it out', () => {
    const labelXOf = (startDay: number) => {
      const view = { startDay, endDay: startDay + 396 };
      return textsOf(layoutAxis(inputOf({ view })).axis).find(({ text }) => text === '2022')?.x;
    };
    expect(labelXOf(dayOf(2022, 6, 1))).toBe(6);
    expect(labelXOf(dayOf(2022, 11, 1))).toBe(6);
    expect(labelXOf(dayOf(2022, 12, 22))).toBeLessThan(0);
    expect(labelXOf(dayOf(2023, 1, 1))).toBeUndefined();
  });

  it('leaves a label out rather than cut it where labels must be whole', () => {
    const view = { startDay: dayOf(2022, 12, 22), endDay: dayOf(2024, 1, 1) };
    const texts = textsOf(layoutAxis(inputOf({ view, wholeLabels: true })).axis);
    expect(texts.map(({ text }) => text)).not.toContain('2022');
  });

  it('draws years heavier than months, and each line once', () => {
    const { grid } = layoutAxis(inputOf());
    const lines = linesOf(grid);
    const january = Math.floor(xOfDay(YEAR_VIEW, 862, dayOf(2023, 1, 1))) + 0.5;
    expect(
      lines.filter(({ stroke }) => stroke?.ink === 'line-2').map(({ points }) => points[0]),
    ).toContain(january);
    expect(new Set(lines.map(({ points }) => points[0])).size).toBe(lines.length);
    expect(lines[0]?.points.slice(1)).toEqual([42, 0.5, 642]);
    expect(lines[1]?.stroke).toEqual({ ink: 'line-1', widthPx: 1 });
  });

  it('marks today by a tick of 4 px at its noon', () => {
    const todayDay = dayOf(2023, 6, 12);
    const { axis } = layoutAxis(inputOf({ todayDay }));
    const x = xOfDay(YEAR_VIEW, 862, todayDay + 0.5);
    const [tickX, ...rest] = linesOf(axis).at(-1)!.points;
    expect(tickX).toBeCloseTo(x);
    expect(rest).toEqual([38, tickX, 42]);
    const without = linesOf(layoutAxis(inputOf({ todayDay: dayOf(2026, 1, 1) })).axis);
    expect(without).toHaveLength(linesOf(axis).length - 1);
  });

  it('names decades with their eras in one row over the whole record', () => {
    const view = { startDay: dayOf(1945, 1, 1), endDay: dayOf(2028, 1, 1) };
    const texts = textsOf(layoutAxis(inputOf({ view, widthPx: 1392 })).axis);
    expect(texts.slice(0, 4).map(({ text }) => text)).toEqual([
      '1950',
      '昭和25年',
      '1960',
      '昭和35年',
    ]);
    expect(new Set(texts.map(({ y }) => y)).size).toBe(1);
  });

  it('shows no eras where none are wanted', () => {
    const texts = textsOf(layoutAxis(inputOf({ showEras: false })).axis);
    expect(texts.map(({ text }) => text).join()).not.toContain('年');
  });

  it('drops every second month when months grow narrow, always the same ones', () => {
    const monthsFrom = (startDay: number) =>
      textsOf(layoutAxis(inputOf({ view: { startDay, endDay: startDay + 850 } })).axis)
        .filter(({ y }) => y > 20)
        .map(({ text }) => text);
    expect(new Set(monthsFrom(dayOf(2022, 1, 1)))).toEqual(
      new Set('Jan Mar May Jul Sep Nov'.split(' ')),
    );
    expect(new Set(monthsFrom(dayOf(2022, 2, 1)))).toEqual(
      new Set('Jan Mar May Jul Sep Nov'.split(' ')),
    );
  });
});

const anyView = fc
  .tuple(
    fc.integer({ min: dayOf(-9000, 1, 1), max: dayOf(8000, 1, 1) }),
    fc.double({ min: 0.7, max: 6.4, noNaN: true }),
  )
  .map(([startDay, power]) => ({ startDay, endDay: startDay + 10 ** power }));
const anyInput = fc
  .record({
    view: anyView,
    widthPx: fc.integer({ min: 500, max: 1600 }),
    lang: fc.constantFrom('en' as const, 'ja' as const),
  })
  .map(inputOf);

describe('any axis', () => {
  it('keeps labels of a row 12 px apart, and those of a tick beside each other', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const texts = textsOf(layoutAxis(input).axis);
        const gaps = texts.slice(1).map((text, i) => ({ text, before: texts[i]! }));
        for (const { text, before } of gaps.filter((gap) => gap.text.y === gap.before.y)) {
          const isEra = text.ink === 'ink-3' && text.lang === 'ja' && text.x - endOf(before) < 6.01;
          // Lines are set to whole pixels, which may take one off.
          expect(text.x - endOf(before)).toBeGreaterThanOrEqual(isEra ? 5.99 : 11);
        }
      }),
      { numRuns: tries(300) },
    );
  });

  it('cuts no label at the right edge, and none of the lower row at the left', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const text of textsOf(layoutAxis(input).axis)) {
          expect(endOf(text)).toBeLessThanOrEqual(input.widthPx);
          expect(text.y < 20 || text.x >= 0).toBe(true);
        }
      }),
    );
  });

  it('shows the same lower labels for the same days wherever the view is moved to', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 400 }), (input, shiftPx) => {
        const { view, widthPx } = input;
        const shift = (shiftPx / widthPx) * (view.endDay - view.startDay);
        const moved = { startDay: view.startDay + shift, endDay: view.endDay + shift };
        // Only where years of four figures give way to "999 CE" may the choice change.
        fc.pre(view.startDay < dayOf(1000, 1, 1) === moved.startDay < dayOf(1000, 1, 1));
        const labelled = (some: typeof view, offsetPx: number) =>
          textsOf(layoutAxis({ ...input, view: some }).axis)
            .filter(({ y }) => y > 20)
            .map(({ text, x }) => ({ text, x: x + offsetPx }));
        const [before, after] = [labelled(view, 0), labelled(moved, shiftPx)];
        // Well inside both views, and to a pixel, for lines are set to whole ones.
        const missingIn = (others: typeof before, own: typeof before) =>
          own
            .filter(({ x }) => x > shiftPx + 100 && x < widthPx - 200)
            .filter(
              ({ text, x }) => !others.some((o) => o.text === text && Math.abs(o.x - x) < 1.1),
            );
        expect([missingIn(after, before), missingIn(before, after)]).toEqual([[], []]);
      }),
    );
  });

  it('turns x back into the day it came from', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.integer({ min: 100, max: 3000 }),
        fc.double({ min: -1, max: 2, noNaN: true }),
        (view, widthPx, share) => {
          const x = share * widthPx;
          expect(xOfDay(view, widthPx, dayOfX(view, widthPx, x))).toBeCloseTo(x, 3);
          const { startDay, pxPerDay } = projectionOf(view, widthPx);
          expect((dayOfX(view, widthPx, x) - startDay) * pxPerDay).toBeCloseTo(x, 3);
        },
      ),
    );
  });
});
