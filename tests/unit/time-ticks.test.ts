import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatIsoDay, isoWeekdayOf, type Span } from '../../src/time/day';
import { axisTicks } from '../../src/time/ticks';

const WIDTH_PX = 840;

function ticksOf(view: Span, lang: 'en' | 'ja' = 'en') {
  return axisTicks(view, WIDTH_PX / (view.endDay - view.startDay), lang);
}

function viewFrom(from: readonly [number, number, number], days: number): Span {
  const startDay = dayOf(...from);
  return { startDay, endDay: startDay + days };
}

const labelsOf = (ticks: readonly { label: string }[]) => ticks.map(({ label }) => label);
const named = (ticks: readonly { label: string }[]) =>
  labelsOf(ticks).filter((label) => label !== '');

describe('axisTicks', () => {
  it('shows months under years over about a year, one more than fits on each side', () => {
    const { upper, lower } = ticksOf(viewFrom([2022, 12, 1], 395));
    expect(labelsOf(upper)).toEqual(['2021', '2022', '2023', '2024']);
    expect(labelsOf(lower)).toEqual(
      'Nov Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan'.split(' '),
    );
    expect(lower.filter((tick) => tick.strong).map((tick) => tick.label)).toEqual(
      'Jan Apr Jul Oct Jan'.split(' '),
    );
    expect(upper[2]).toMatchObject({ era: '令和5年', weight: 'year' });
    expect(lower[2]).toMatchObject({ label: 'Jan', weight: 'year' });
    expect(lower[3]).toMatchObject({ label: 'Feb', weight: 'other' });
  });

  it.each([
    [3650 * 9, [], ['2020', '2030', '2040', '2050']],
    [3650, ['2010s', '2020s', '2030s', '2040s'], ['2022', '2023', '2024']],
    [365 * 4, ['2022', '2023', '2024', '2025'], ['Oct–Dec', 'Jan–Mar', 'Apr–Jun']],
    [365, ['2022', '2023', '2024'], ['Dec', 'Jan', 'Feb']],
    [60, ['December 2022', 'January 2023', 'February 2023'], ['Mon 19', 'Mon 26', 'Mon 2']],
    [20, ['December 2022', 'January 2023'], ['Sat 31', 'Sun 1', 'Mon 2']],
  ])('chooses the rows for %i days', (days, upper, lower) => {
    const ticks = ticksOf(viewFrom([2023, 1, 1], days));
    expect(labelsOf(ticks.upper).slice(0, upper.length)).toEqual(upper);
    expect(named(ticks.lower).slice(0, lower.length)).toEqual(lower);
  });

  it.each([
    [3650 * 9, '2030年'],
    [3650, '2023年'],
    [365 * 4, '4–6月'],
    [365, '2月'],
    [60, '9日の週'],
    [20, '3日(火)'],
  ])('names ticks in Japanese over %i days', (days, label) => {
    expect(labelsOf(ticksOf(viewFrom([2023, 1, 1], days), 'ja').lower)).toContain(label);
  });

  it('shows both eras in the year of a change', () => {
    const { upper } = ticksOf(viewFrom([2019, 1, 1], 365));
    expect(upper[1]).toMatchObject({ label: '2019', era: '平成31年/令和元年' });
  });

  it('begins weeks on Monday', () => {
    const { lower } = ticksOf(viewFrom([2023, 1, 1], 60));
    expect(lower.map(({ day }) => isoWeekdayOf(day))).toEqual(lower.map(() => 1));
  });

  it('keeps round years on both sides of the era', () => {
    const { lower } = ticksOf(viewFrom([-1300, 1, 1], 365 * 3000));
    expect(named(lower)).toEqual([
      '1500 BCE',
      '1000 BCE',
      '500 BCE',
      '1 CE',
      '500 CE',
      '1000',
      '1500',
    ]);
    const years = ticksOf(viewFrom([-3, 1, 1], 365 * 8)).lower;
    expect(labelsOf(years).slice(0, 6)).toEqual([
      '5 BCE',
      '4 BCE',
      '3 BCE',
      '2 BCE',
      '1 BCE',
      '1 CE',
    ]);
    expect(formatIsoDay(years[5]!.day)).toBe('0001-01-01');
  });

  it('names decades before the era by both ends', () => {
    const { upper } = ticksOf(viewFrom([-14, 1, 1], 365 * 9));
    expect(labelsOf(upper).slice(0, 4)).toEqual(['30–21 BCE', '20–11 BCE', '10–1 BCE', '1–9 CE']);
  });

  const anyView = fc
    .tuple(
      fc.integer({ min: dayOf(-9000, 1, 1), max: dayOf(8000, 1, 1) }),
      fc.double({ min: 0.7, max: 6.4, noNaN: true }),
    )
    .map(([startDay, power]) => ({ startDay, endDay: startDay + 10 ** power }));

  it('covers any view with steps that follow each other, and not many more than fit', () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom('en' as const, 'ja' as const), (view, lang) => {
        const { upper, lower } = ticksOf(view, lang);
        for (const row of [upper, lower].filter((ticks) => ticks.length > 0)) {
          expect(row[0]!.day).toBeLessThanOrEqual(view.startDay);
          expect(row.at(-1)!.endDay).toBeGreaterThan(view.endDay);
          expect(row.slice(1).map(({ day }) => day)).toEqual(
            row.slice(0, -1).map(({ endDay }) => endDay),
          );
          expect(row.length).toBeLessThan(80);
        }
      }),
    );
  });

  it('gives a day the same tick in every view of one scale', () => {
    fc.assert(
      fc.property(anyView, fc.double({ min: 0, max: 0.5, noNaN: true }), (view, share) => {
        const shift = (view.endDay - view.startDay) * share;
        const moved = { startDay: view.startDay + shift, endDay: view.endDay + shift };
        // Only where years of four figures give way to "999 CE" may the choice change.
        fc.pre(view.startDay < dayOf(1000, 1, 1) === moved.startDay < dayOf(1000, 1, 1));
        const pxPerDay = WIDTH_PX / (view.endDay - view.startDay);
        const [before, after] = [view, moved].map((some) => axisTicks(some, pxPerDay, 'en').lower);
        const shared = after!.filter(({ day }) => day < view.endDay);
        expect(before).toEqual(expect.arrayContaining(shared));
      }),
    );
  });
});
