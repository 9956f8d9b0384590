import { civilOf, type Day, dayOf, isoWeekdayOf, type Span } from '../time/day';

/** A day on which a page may begin, and how much a reader would rather it began elsewhere: 0 for a decade's start. */
export interface Cut {
  readonly day: Day;
  readonly awkwardness: number;
}

interface Unit {
  readonly awkwardness: number;
  readonly least: number;
  /** The first day of the step after the one that a day lies in. */
  readonly nextOf: (day: Day) => Day;
}

/** By months counted from year 0. */
function monthsUnit(months: number, awkwardness: number): Unit {
  return {
    awkwardness,
    least: 28 * months,
    nextOf: (day) => {
      const { year, month } = civilOf(day);
      const index = Math.floor((year * 12 + month - 1) / months) + 1;
      return dayOf(0, index * months + 1, 1);
    },
  };
}

const UNITS: readonly Unit[] = [
  monthsUnit(120, 0),
  monthsUnit(60, 0.01),
  monthsUnit(12, 0.015),
  monthsUnit(6, 0.03),
  monthsUnit(3, 0.04),
  monthsUnit(1, 0.055),
  { awkwardness: 0.1, least: 7, nextOf: (day) => day + 8 - isoWeekdayOf(day) },
];

/** A page shows no less than that, if there is more: days wider than a name do not make good columns. */
export const LEAST_SPAN_DAYS = 7;
/** A stretch with so few events is not parted further. */
const FEW_EVENTS = 5;

/**
 * The days at which a span may be parted, in order, its own ends included: starts of decades down to weeks, the finer
 * ones only where there are many events.
 */
export function cutsOf(span: Span, countIn: (span: Span) => number): Cut[] {
  const inner: Cut[] = [];
  part(span, 0);
  return [{ day: span.startDay, awkwardness: 0 }, ...inner, { day: span.endDay, awkwardness: 0 }];

  function part({ startDay, endDay }: Span, level: number): void {
    const unit = UNITS[level];
    if (!unit || endDay - startDay <= LEAST_SPAN_DAYS) return;
    if (countIn({ startDay, endDay }) <= FEW_EVENTS) return;
    let from = startDay;
    for (let at = unit.nextOf(startDay); at < endDay; at = unit.nextOf(at)) {
      if (at - from < LEAST_SPAN_DAYS || endDay - at < LEAST_SPAN_DAYS) continue;
      part({ startDay: from, endDay: at }, level + 1);
      inner.push({ day: at, awkwardness: unit.awkwardness });
      from = at;
    }
    part({ startDay: from, endDay }, level + 1);
  }
}
