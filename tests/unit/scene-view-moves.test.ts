import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampView,
  middleOf,
  panBy,
  revealSpan,
  viewOfEvents,
  zoomAbout,
} from '../../src/scene/view-moves';
import type { Span } from '../../src/time/day';

const days = fc.double({ min: -30_000, max: 30_000, noNaN: true });
const lengths = fc.double({ min: 0.1, max: 40_000, noNaN: true });
const spans = fc
  .tuple(days, lengths)
  .map(([startDay, length]): Span => ({ startDay, endDay: startDay + length }));
const WHOLE: Span = { startDay: -9000, endDay: 21_000 };
const daysOf = ({ startDay, endDay }: Span) => endDay - startDay;

function expectClose(found: Span, expected: Span): void {
  expect(found.startDay).toBeCloseTo(expected.startDay, 5);
  expect(found.endDay).toBeCloseTo(expected.endDay, 5);
}

describe('panning', () => {
  it('moves by a share of the view and keeps its length', () => {
    expect(panBy({ startDay: 100, endDay: 200 }, 0.1)).toEqual({ startDay: 110, endDay: 210 });
    expect(panBy({ startDay: 100, endDay: 200 }, -1)).toEqual({ startDay: 0, endDay: 100 });
  });

  it('is undone by panning back', () => {
    fc.assert(
      fc.property(spans, fc.double({ min: -3, max: 3, noNaN: true }), (view, share) => {
        expectClose(panBy(panBy(view, share), -share), view);
      }),
    );
  });
});

describe('zooming', () => {
  const factors = fc.double({ min: 0.1, max: 10, noNaN: true });
  const places = fc.double({ min: 0, max: 1, noNaN: true });

  it('leaves the day under the pointer where it is', () => {
    fc.assert(
      fc.property(spans, factors, places, (view, factor, place) => {
        const about = view.startDay + place * daysOf(view);
        const zoomed = zoomAbout(view, factor, about);
        expect((about - zoomed.startDay) / daysOf(zoomed)).toBeCloseTo(place, 5);
        expect(daysOf(zoomed) * factor).toBeCloseTo(daysOf(view), 5);
      }),
    );
  });

  it('is undone by zooming out again', () => {
    fc.assert(
      fc.property(spans, factors, days, (view, factor, about) => {
        expectClose(zoomAbout(zoomAbout(view, factor, about), 1 / factor, about), view);
      }),
    );
  });
});

describe('a clamped view', () => {
  it('is no closer than a day and no wider than the whole', () => {
    fc.assert(
      fc.property(spans, (view) => {
        const length = daysOf(clampView(view, WHOLE));
        expect(length).toBeGreaterThan(1 - 1e-6);
        expect(length).toBeLessThan(daysOf(WHOLE) + 1e-6);
      }),
    );
  });

  it('shows half a view beyond the record at most, and nothing beyond when it shows all', () => {
    fc.assert(
      fc.property(spans, (view) => {
        const clamped = clampView(view, WHOLE);
        const middle = middleOf(clamped);
        expect(middle).toBeGreaterThan(WHOLE.startDay - 1e-6);
        expect(middle).toBeLessThan(WHOLE.endDay + 1e-6);
        if (daysOf(view) >= daysOf(WHOLE)) expectClose(clamped, WHOLE);
      }),
    );
  });

  it('stays as it is when clamped again', () => {
    fc.assert(
      fc.property(spans, (view) => {
        const clamped = clampView(view, WHOLE);
        expectClose(clampView(clamped, WHOLE), clamped);
      }),
    );
  });

  it('is the view itself where that is allowed', () => {
    const view = { startDay: 19_000, endDay: 19_400 };
    expect(clampView(view, WHOLE)).toEqual(view);
  });
});

describe('revealing a span', () => {
  const view = { startDay: 100, endDay: 200 };

  it('moves nothing where the span lies inside', () => {
    expect(revealSpan(view, { startDay: 120, endDay: 130 })).toBe(view);
    expect(revealSpan(view, view)).toBe(view);
  });

  it('moves nothing where a longer span covers part of the view', () => {
    expect(revealSpan(view, { startDay: 150, endDay: 900 })).toBe(view);
  });

  it('puts a short span into the middle', () => {
    expect(revealSpan(view, { startDay: 300, endDay: 310 })).toEqual({
      startDay: 255,
      endDay: 355,
    });
  });

  it('puts the start of a long one into the middle', () => {
    expect(revealSpan(view, { startDay: 300, endDay: 900 })).toEqual({
      startDay: 250,
      endDay: 350,
    });
  });

  it('never zooms, and shows some of the span', () => {
    fc.assert(
      fc.property(spans, spans, (from, span) => {
        const moved = revealSpan(from, span);
        expect(daysOf(moved)).toBeCloseTo(daysOf(from), 5);
        expect(span.startDay).toBeLessThan(moved.endDay);
        expect(span.endDay).toBeGreaterThan(moved.startDay);
      }),
    );
  });
});

describe('the view that parts events', () => {
  it('holds all of them, with air at both sides', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5000, max: 20_000 }), { minLength: 1, maxLength: 9 }),
        (middles) => {
          const view = viewOfEvents(middles, WHOLE);
          const [first, last] = [Math.min(...middles), Math.max(...middles)];
          if (first === last) {
            expect(view).toBeUndefined();
            return;
          }
          expect(view?.startDay).toBeLessThan(first);
          expect(view?.endDay).toBeGreaterThan(last);
        },
      ),
    );
  });
});
