import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/time/day';
import { viewThatParts } from '../../src/ui/timeline/part-cluster';
import { eventJson, tableOf } from '../support/model-dataset';

const WHOLE = { startDay: dayOf(1945, 1, 1), endDay: dayOf(2028, 1, 1) };

function tableWith(dates: readonly string[]) {
  return tableOf({ events: dates.map((date, i) => eventJson({ id: `e-${i}`, date })) });
}

describe('a click on what stands for several events', () => {
  it('shows the time of a column, with some air', () => {
    const table = tableWith(['2020-03-02', '2020-11-30']);
    const span = { startDay: dayOf(2020, 1, 1), endDay: dayOf(2021, 1, 1) };
    const rows = Uint32Array.of(0, 1);
    const target = viewThatParts(table, { rows, span }, { view: WHOLE, whole: WHOLE });
    expect(target?.startDay).toBeCloseTo(span.startDay - 22, 0);
    expect(target?.endDay).toBeCloseTo(span.endDay + 22, 0);
  });

  it('shows marks that lie together, wherever they stand in their list', () => {
    const table = tableWith(['2020-03-02', '2020-03-04', '2020-03-09']);
    const target = viewThatParts(table, { rows: [2, 0, 1] }, { view: WHOLE, whole: WHOLE });
    expect(target?.startDay).toBeLessThan(dayOf(2020, 3, 2));
    expect(target?.endDay).toBeGreaterThan(dayOf(2020, 3, 10));
    expect((target?.endDay ?? 0) - (target?.startDay ?? 0)).toBeLessThan(30);
  });

  it('lists events that begin on one day, and marks that no closer view parts', () => {
    const day = tableWith(['2020-03-02', '2020-03-02', '2020-03-02/2020-05-01']);
    const span = { startDay: dayOf(2020, 3, 2), endDay: dayOf(2020, 3, 3) };
    const near = { startDay: dayOf(2020, 3, 1), endDay: dayOf(2020, 3, 4) };
    const rows = Uint32Array.of(0, 1, 2);
    expect(viewThatParts(day, { rows, span }, { view: near, whole: WHOLE })).toBeUndefined();
    const spread = tableWith(['2020-03-02', '2020-03-03']);
    const marks = { rows: [0, 1] };
    expect(viewThatParts(spread, marks, { view: near, whole: WHOLE })).toBeUndefined();
    expect(viewThatParts(spread, marks, { view: WHOLE, whole: WHOLE })).toBeDefined();
  });

  it('finds the ends of a million events', () => {
    const count = 1_000_000;
    const startDay = Int32Array.from({ length: count }, (_, i) => 18_000 + Math.floor(i / 100_000));
    const endDay = startDay.map((day) => day + 1);
    const rows = Uint32Array.from(startDay, (_, i) => i);
    const target = viewThatParts({ startDay, endDay }, { rows }, { view: WHOLE, whole: WHOLE });
    expect(target?.startDay).toBeLessThan(18_000);
    expect(target?.endDay).toBeGreaterThan(18_010);
  });
});
