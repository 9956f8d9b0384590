import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticDataset } from '../../scripts/make-synthetic.mjs';
import { fitsCanvas, largestScale } from '../../src/io/rasterise';
import { createEventTable } from '../../src/model/create-event-table';
import { parseDataset } from '../../src/model/parse-dataset';
import { NO_FILTER } from '../../src/query/filter';
import { rejectMasks } from '../../src/query/match';
import { matchingRows } from '../../src/query/window';
import { createTakenRoom, type TakenBox } from '../../src/scene/slide-pack';
import { parseIsoDay } from '../../src/time/day';
import { excessOf, spanOf } from '../../src/ui/export/excess';

const day = (text: string) => parseIsoDay(text) ?? Number.NaN;

const { head, events } = syntheticDataset({ events: 400 });
const { dataset } = parseDataset({ ...head, events: [...events] });
if (!dataset) throw new Error('no dataset was read');
const table = createEventTable(dataset, day('2026-11-22'));
const index = matchingRows(table, rejectMasks(table, NO_FILTER));
const whole = { fromDay: day('1945-01-01'), toDay: day('2027-12-31') };
const count = index.countIn(spanOf(whole));

describe('what a picture can hold', () => {
  it('is no matter up to the limit, and is from one event more on', () => {
    expect(excessOf(table, index, whole, count)).toBeUndefined();
    expect(excessOf(table, index, whole, count - 1)).toMatchObject({ count, most: count - 1 });
  });

  it('is never exceeded by what is offered, which lies within the range and could not be longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: count - 1 }), (most) => {
        const excess = excessOf(table, index, whole, most);
        const shorter = excess?.shorter;
        if (!shorter) return;
        const { fromDay, toDay } = shorter.value;
        expect(index.countIn(spanOf(shorter.value))).toBe(shorter.count);
        expect(shorter.count).toBeLessThanOrEqual(most);
        expect(fromDay).toBeGreaterThanOrEqual(whole.fromDay);
        expect(toDay).toBeLessThanOrEqual(whole.toDay);
        const wider = { fromDay: fromDay - 1, toDay: toDay + 1 };
        expect(index.countIn(spanOf(wider))).toBeGreaterThan(most);
      }),
    );
  });

  it('offers the lowest importance that fits', () => {
    const countFrom = (level: number) =>
      Array.from(index.rowsIn(spanOf(whole))).filter((row) => (table.importance[row] ?? 0) >= level)
        .length;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: count - 1 }), (most) => {
        const offered = excessOf(table, index, whole, most)?.importanceFrom;
        const lowest = [1, 2, 3, 4, 5].find(
          (level) => countFrom(level) > 0 && countFrom(level) <= most,
        );
        expect(offered?.value).toBe(lowest);
        if (offered) expect(offered.count).toBe(countFrom(offered.value));
      }),
    );
  });

  it('offers nothing where a single day holds too much', () => {
    const first = table.startDay[0] ?? 0;
    const single = { fromDay: first, toDay: first };
    expect(excessOf(table, index, single, 0)).toMatchObject({
      shorter: undefined,
      importanceFrom: undefined,
    });
  });
});

describe('the size of a canvas', () => {
  it('is just within bounds at the largest scale, and out of them above it', () => {
    const side = fc.integer({ min: 1, max: 60_000 });
    fc.assert(
      fc.property(side, side, (widthPx, heightPx) => {
        const scene = { widthPx, heightPx, nodes: [] };
        const scale = largestScale(scene);
        expect(fitsCanvas(scene, scale * 0.999)).toBe(true);
        expect(fitsCanvas(scene, scale * 1.001)).toBe(false);
      }),
    );
  });
});

describe('the room of a lane', () => {
  const box = fc.record({
    x0: fc.integer({ min: 0, max: 40 }),
    width: fc.integer({ min: 1, max: 15 }),
    units: fc.integer({ min: 1, max: 6 }),
  });
  const meets = (a: TakenBox, b: TakenBox) =>
    a.x0 < b.x1 && a.x1 > b.x0 && a.from < b.to && a.to > b.from;

  it('gives each box the lowest place at which it meets none of the others', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 40 }), (wanted) => {
        const room = createTakenRoom();
        const taken: TakenBox[] = [];
        for (const { x0, width, units } of wanted) {
          const at = (from: number) => ({ x0, x1: x0 + width, from, to: from + units });
          const unit = room.findFreeUnit({ x0, x1: x0 + width, units });
          const lowest = Array.from({ length: unit + 1 }, (_, from) => from).find((from) =>
            taken.every((other) => !meets(at(from), other)),
          );
          expect(unit).toBe(lowest);
          taken.push(at(unit));
          room.add(at(unit));
        }
        expect(room.endUnit()).toBe(Math.max(0, ...taken.map(({ to }) => to)));
      }),
    );
  });
});
