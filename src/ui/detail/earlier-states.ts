import type { Dataset, EventState } from '../../model/dataset';
import { OPEN_END_DAY, OPEN_START_DAY } from '../../model/event-table';
import { civilOf, type Day, dayOf } from '../../time/day';

/**
 * The states of an event known by a day, oldest first, the one that held on that day last. Nothing later shows through.
 * Of two states known on one day only the later one is told.
 */
export function statesKnownBy(
  dataset: Dataset,
  shown: EventState,
  asOfDay: Day,
): readonly EventState[] {
  const states = dataset.events.at(shown.eventIndex)?.states ?? [shown];
  const known = states.filter((s) => s.known <= asOfDay && s.stateIndex <= shown.stateIndex);
  return known.filter((state, i) => known[i + 1]?.known !== state.known);
}

/** The states that became known after the one shown, up to `today`, oldest first; for who asks for what came later. */
export function statesAfter(
  dataset: Dataset,
  shown: EventState,
  { asOfDay, today }: { readonly asOfDay: Day; readonly today: Day },
): readonly EventState[] {
  const states = dataset.events.at(shown.eventIndex)?.states ?? [];
  const later = states.filter(({ known }) => known > asOfDay && known <= today);
  return later.filter((state, i) => later[i + 1]?.known !== state.known);
}

/** A strip of time from 0 to 1 that holds all the states' days with room at both ends. */
export interface ForecastScale {
  readonly fromDay: Day;
  readonly toDay: Day;
  /** Firsts of months or years on the strip. */
  readonly ticks: readonly { readonly day: Day; readonly at: number }[];
}

export interface StripMark {
  /** Left edge (or the middle of a point) and width as shares of the strip. */
  readonly at: number;
  readonly width: number;
  readonly isPoint: boolean;
  readonly softStart: boolean;
  readonly softEnd: boolean;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000];
const MAX_TICKS = 4;
const ROOM = 0.08;
const SHORTEST_DAYS = 24;
/** About the width of the strip; below this a span is drawn as a point. */
const STRIP_PX = 216;
const POINT_PX = 14;

/** Undefined where no state has a day to draw. */
export function createForecastScale(states: readonly EventState[]): ForecastScale | undefined {
  const days = states.flatMap((s) => [s.date.minDay, s.date.maxDay + 1]).filter(isDrawable);
  if (days.length === 0) return undefined;
  const [low, high] = [Math.min(...days), Math.max(...days)];
  const room = Math.max((high - low) * ROOM, (SHORTEST_DAYS - (high - low)) / 2);
  const [fromDay, toDay] = [low - room, high + room];
  return { fromDay, toDay, ticks: ticksOf(fromDay, toDay) };
}

export function placeOnStrip(state: EventState, scale: ForecastScale): StripMark {
  const { date } = state;
  const share = (day: Day): number => (day - scale.fromDay) / (scale.toDay - scale.fromDay);
  const start = isDrawable(date.minDay) ? share(date.minDay) : 0;
  const end = isDrawable(date.maxDay) ? share(date.maxDay + 1) : 1;
  const inexact = date.approximate || date.uncertain;
  const isPoint = (end - start) * STRIP_PX < POINT_PX;
  return {
    at: isPoint ? (start + end) / 2 : start,
    width: end - start,
    isPoint,
    softStart: inexact || date.start?.precision !== 'day',
    softEnd: inexact || date.end?.precision !== 'day',
  };
}

function isDrawable(day: Day): boolean {
  return day > OPEN_START_DAY && day < OPEN_END_DAY;
}

function ticksOf(fromDay: Day, toDay: Day): ForecastScale['ticks'] {
  const first = monthNumberAfter(fromDay);
  const last = monthNumberAfter(toDay) - 1;
  const step = MONTH_STEPS.find((s) => (last - first) / s < MAX_TICKS) ?? 120_000;
  const ticks: { day: Day; at: number }[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const day = dayOf(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
    ticks.push({ day, at: (day - fromDay) / (toDay - fromDay) });
  }
  return ticks;
}

/** Months since year 0 of the first month that begins on or after a day. */
function monthNumberAfter(day: Day): number {
  const { year, month, day: ofMonth } = civilOf(Math.ceil(day));
  return year * 12 + month - 1 + (ofMonth > 1 ? 1 : 0);
}
