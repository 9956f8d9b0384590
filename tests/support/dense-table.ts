import type { EventState, Importance } from '../../src/model/dataset';
import { createEndTree } from '../../src/model/end-tree';
import { type EventTable, FLAG } from '../../src/model/event-table';
import { dayOf } from '../../src/time/day';
import { eventJson, tableOf } from './model-dataset';

/** The same numbers for the same seed, evenly over 0 to 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const AHEAD_SHARE = 0.1;

/**
 * A table without texts: events over so many days to 2027, in waves, three in ten of them ranges and a few long periods,
 * the last tenth of the time lying ahead.
 */
export function tableOfDays(count: number, days: number, seed = 1): EventTable {
  const random = createRandom(seed);
  const end = dayOf(2027, 1, 1);
  const starts = Int32Array.from({ length: count }, () => {
    const share = random() ** 0.7;
    const wave = Math.sin(share * 40) * 0.004;
    return end - days + Math.floor(Math.min(0.999_999, Math.max(0, share + wave)) * days);
  }).toSorted();
  const columns = {
    endDay: new Int32Array(count),
    flags: new Uint8Array(count),
    importance: new Uint8Array(count),
    status: new Uint8Array(count),
    domain: new Uint8Array(count),
  };
  for (let row = 0; row < count; row++) {
    const start = starts[row] ?? 0;
    const length = random() < 0.3 ? 1 + Math.floor(2 ** (random() * 9.2)) : 1;
    columns.endDay[row] = start + length;
    columns.flags[row] = length > 1 ? FLAG.range : 0;
    columns.importance[row] = 1 + Math.floor(5 * random() ** 2.2);
    columns.status[row] = start > end - days * AHEAD_SHARE ? 2 : 0;
    columns.domain[row] = Math.floor(3 * random() ** 1.3);
  }
  return {
    ...tableOf({ recordedThrough: '2027-12-31', events: [] }),
    ...columns,
    count,
    startDay: starts,
    ends: createEndTree(columns.endDay),
    ...texts(columns, starts),
  };
}

function texts(
  { endDay, importance }: Pick<EventTable, 'endDay' | 'importance'>,
  startDay: Int32Array,
): Pick<EventTable, 'stateOf' | 'idOf' | 'rowOf' | 'domainMask' | 'kind'> {
  const state = tableOf({ events: [eventJson()] }).stateOf(0);
  const states = new Map<number, EventState>();
  const idOf = (row: number) => (row < startDay.length ? `e-${row}` : undefined);
  return {
    stateOf: (row) => {
      const known = states.get(row);
      if (known || !state) return known;
      const made: EventState = {
        ...state,
        id: `e-${row}`,
        title: `Talks ${row} on bases and trade`,
        importance: (importance[row] ?? 3) as Importance,
        date: { ...state.date, minDay: startDay[row] ?? 0, maxDay: (endDay[row] ?? 0) - 1 },
      };
      states.set(row, made);
      return made;
    },
    idOf,
    rowOf: (id) => (id.startsWith('e-') ? Number(id.slice(2)) : undefined),
    domainMask: new Uint32Array(startDay.length),
    kind: new Uint8Array(startDay.length),
  };
}
