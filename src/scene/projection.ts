import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Day, Span } from '../time/day';

/** Days → px, `invert`: px → fractional days (floor them for a calendar day). */
export type DayScale = ScaleLinear<number, number>;

/** Where a day lies: x = (day − startDay) × pxPerDay. */
export interface Projection {
  readonly startDay: Day;
  readonly pxPerDay: number;
  readonly xOf: DayScale;
}

/** Make it once a picture, not once a mark. */
export function projectionOf(view: Span, widthPx: number): Projection {
  const pxPerDay = widthPx / (view.endDay - view.startDay);
  return { startDay: view.startDay, pxPerDay, xOf: scaleOf(view, [0, widthPx]) };
}

export function scaleOf({ startDay, endDay }: Span, px: readonly [number, number]): DayScale {
  return scaleLinear([startDay, endDay], px);
}

export function xOfDay(view: Span, widthPx: number, day: Day): number {
  return scaleOf(view, [0, widthPx])(day);
}

/** Fractional: floor it for a calendar day. */
export function dayOfX(view: Span, widthPx: number, x: number): Day {
  return scaleOf(view, [0, widthPx]).invert(x);
}
