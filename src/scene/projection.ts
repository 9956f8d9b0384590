import type { Day, Span } from '../time/day';

/** Where a day lies: x = (day − startDay) × pxPerDay. */
export interface Projection {
  readonly startDay: Day;
  readonly pxPerDay: number;
}

export function projectionOf(view: Span, widthPx: number): Projection {
  return { startDay: view.startDay, pxPerDay: widthPx / (view.endDay - view.startDay) };
}

export function xOfDay(view: Span, widthPx: number, day: Day): number {
  return ((day - view.startDay) / (view.endDay - view.startDay)) * widthPx;
}

/** Fractional: floor it for a calendar day. */
export function dayOfX(view: Span, widthPx: number, x: number): Day {
  return view.startDay + (x / widthPx) * (view.endDay - view.startDay);
}
