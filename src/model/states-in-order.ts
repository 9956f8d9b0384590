import type { Day } from '../time/day';
import type { Dataset, EventState } from './dataset';
import { indexOf } from './dataset-index';
import type { Calendar } from './event-table';
import { placeCode } from './place-code';
import { endDayOf, flagsOf, KIND_CODE, STATUS_CODE, startDayOf } from './state-columns';
import { tenorCode } from './tenor-code';

/** A state as a table has it, and the days [known, until) on which it is what is known of its event. */
export interface OrderedState {
  readonly state: EventState;
  readonly known: Day;
  readonly until: Day;
  readonly startDay: Day;
  readonly endDay: Day;
  /** Without the one that hangs on the as-of day. */
  readonly flags: number;
  readonly tenor: number;
  readonly status: number;
  readonly kind: number;
  readonly place: number;
  readonly domain: number;
  readonly domainMask: number;
}

interface Ordered {
  readonly calendar: Calendar | undefined;
  readonly states: readonly OrderedState[];
}

const latest = new WeakMap<Dataset, Ordered>();

/**
 * All states of a dataset in the order of a table's rows, so that the table of a day is a choice of them. Kept for one
 * calendar at a time.
 */
export function statesInOrder(
  dataset: Dataset,
  calendar: Calendar | undefined,
): readonly OrderedState[] {
  const earlier = latest.get(dataset);
  if (earlier && earlier.calendar === calendar) return earlier.states;
  const states = orderStates(dataset, calendar);
  latest.set(dataset, { calendar, states });
  return states;
}

function orderStates(dataset: Dataset, calendar: Calendar | undefined): readonly OrderedState[] {
  const { domainIndex } = indexOf(dataset);
  const found: OrderedState[] = [];
  for (const { states } of dataset.events) {
    let until = Infinity;
    for (const own of states.toReversed()) {
      const { known } = own;
      if (known < until) found.push(order(calendar ? calendar.tell(own) : own, domainIndex, until));
      until = Math.min(until, known);
    }
  }
  return found.toSorted(inTimeOrder);
}

function order(
  state: EventState,
  domainIndex: ReadonlyMap<string, number>,
  until: Day,
): OrderedState {
  const domains = state.domains.map((id) => domainIndex.get(id) ?? 0);
  return {
    state,
    known: state.known,
    until,
    startDay: startDayOf(state),
    endDay: endDayOf(state),
    flags: flagsOf(state, -Infinity),
    tenor: tenorCode(state.tenor),
    status: STATUS_CODE.get(state.status) ?? 0,
    kind: KIND_CODE.get(state.kind) ?? 0,
    place: placeCode(state.place?.country),
    domain: domains[0] ?? 0,
    domainMask: domains.reduce((mask, bit) => mask | (1 << bit), 0),
  };
}

function inTimeOrder(a: OrderedState, b: OrderedState): number {
  const byDay = a.startDay - b.startDay || a.endDay - b.endDay;
  if (byDay !== 0 || a.state.id === b.state.id) return byDay;
  return a.state.id < b.state.id ? -1 : 1;
}
