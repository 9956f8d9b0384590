import type { Day } from '../time/day';
import { EVENT_KINDS, type EventState, STATUSES } from './dataset';
import { FLAG, OPEN_END_DAY, OPEN_START_DAY } from './event-table';
import { liesAhead } from './state-as-of';

export const KIND_CODE: ReadonlyMap<string, number> = new Map(
  EVENT_KINDS.map((kind, code) => [kind, code]),
);
export const STATUS_CODE: ReadonlyMap<string, number> = new Map(
  STATUSES.map((status, code) => [status, code]),
);

export function startDayOf({ date }: Pick<EventState, 'date'>): Day {
  return Math.max(date.minDay, OPEN_START_DAY);
}

export function endDayOf({ date }: Pick<EventState, 'date'>): Day {
  return Math.min(date.maxDay + 1, OPEN_END_DAY);
}

/** The bits of FLAG; none is unconfirmed as of −Infinity. */
export function flagsOf(
  state: Pick<EventState, 'date' | 'status' | 'sources'>,
  asOfDay: Day,
): number {
  const { date } = state;
  let flags = 0;
  if (date.minDay === -Infinity) flags |= FLAG.openStart;
  if (date.maxDay === Infinity) flags |= FLAG.openEnd;
  if (date.approximate) flags |= FLAG.approximate;
  if (date.uncertain) flags |= FLAG.uncertain;
  if (date.precision !== 'day') flags |= FLAG.coarse;
  if (isUnconfirmed(state, asOfDay)) flags |= FLAG.unconfirmed;
  if (startDayOf(state) + 1 < endDayOf(state)) flags |= FLAG.range;
  if (state.sources.length === 0) flags |= FLAG.noSource;
  return flags;
}

/** Whether it lies ahead by its status although its last possible day has passed. */
export function isUnconfirmed(
  { date, status }: Pick<EventState, 'date' | 'status'>,
  asOfDay: Day,
): boolean {
  return liesAhead(status) && date.maxDay < asOfDay;
}
