import { beginBusy } from '../../io/document-signals';
import { type LargeService, serviceOf } from '../../io/large/service-of';
import type { Country } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../query/filter';
import {
  blockOfDay,
  createBlockSampler,
  daysOfBlock,
  type TenorBlock,
  type TenorSampler,
} from '../../query/tenor';
import type { TenorMakeup } from '../../query/tenor-shares';
import type { TenorWindow } from '../../query/tenor-window';
import type { Day } from '../../time/day';

/**
 * The tenor of what a filter leaves of a large set, as its worker reckons it. What has yet to come is stood in for by what
 * was known last: of another window, filter or day.
 */
export interface RemoteTenor extends TenorSampler {
  readonly makeupOf: (
    day: number,
    window: TenorWindow,
    most: number,
  ) => Promise<TenorMakeup | undefined>;
  /** The row that made a low; undefined until it is known, and where there is none. */
  readonly lowOf: (day: number, window: TenorWindow) => number | undefined;
  /** For `useSyncExternalStore`: something has come. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly version: () => number;
}

interface Latest {
  readonly table: EventTable;
  readonly filter: Filter;
  readonly remote: RemoteTenor;
  readonly known: Known;
}

/** As many filters are gone to and fro between. */
const KEPT = 3;
/** Of each worker, the latest first. */
const latest = new WeakMap<LargeService, readonly Latest[]>();

/** The same object as long as table and filter are the same; undefined where no worker answers for the dataset. */
export function remoteTenorOf(table: EventTable, filter: Filter): RemoteTenor | undefined {
  const service = serviceOf(table.dataset);
  if (!service) return undefined;
  const before = latest.get(service) ?? [];
  const same = before.find((each) => each.table === table && each.filter === filter);
  if (same) return same.remote;
  const asked = { asOfDay: table.asOfDay, calendar: table.calendar?.country, filter };
  const known = new Known(before[0]?.known.values ?? []);
  const remote = createRemote(service, asked, known);
  latest.set(service, [{ table, filter, remote, known }, ...before].slice(0, KEPT));
  return remote;
}

interface Asked {
  readonly asOfDay: Day;
  readonly calendar: Country | undefined;
  readonly filter: Filter;
}

function createRemote(service: LargeService, asked: Asked, known: Known): RemoteTenor {
  const listeners = new Set<() => void>();
  let version = 0;
  const tell = () => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const blocks = createAsker<TenorBlock>(
    async (windowDays, wanted) => service.tenor({ ...asked, windowDays, blocks: wanted }),
    (windowDays, index, block) => known.set(windowDays, index, block),
    tell,
  );
  const lows = new Map<string, number | undefined>();
  const askLow = async (key: string, day: number, window: TenorWindow) => {
    lows.set(key, undefined);
    const end = beginBusy();
    try {
      lows.set(key, await service.tenorLow({ ...asked, day, window }));
      tell();
    } catch {
      // Without its name a low is still a low.
    }
    end();
  };
  const sampler = createBlockSampler(asked.asOfDay, (index, windowDays) => {
    const own = known.get(windowDays, index);
    if (own) return own;
    blocks.ask(windowDays, index);
    return known.standIn(windowDays, index);
  });
  return {
    ...sampler,
    makeupOf: (day, window, most) => service.tenorMakeup({ ...asked, day, window, most }),
    lowOf: (day, window) => {
      const key = `${day} ${window.days}`;
      if (!lows.has(key)) void askLow(key, day, window);
      return lows.get(key);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

/** Asks for all that one frame wants in one go, and for nothing twice. */
function createAsker<T>(
  ask: (windowDays: number, wanted: readonly number[]) => Promise<readonly T[]>,
  take: (windowDays: number, index: number, answer: T) => void,
  tell: () => void,
) {
  const asked = new Set<string>();
  let wanted: { readonly windowDays: number; readonly indexes: number[] } | undefined;
  const send = async () => {
    if (!wanted) return;
    const { windowDays, indexes } = wanted;
    wanted = undefined;
    const end = beginBusy();
    try {
      const answers = await ask(windowDays, indexes);
      for (const [i, answer] of answers.entries()) take(windowDays, indexes[i] ?? 0, answer);
      tell();
    } catch {
      // The worker is gone: what stands in stays.
    }
    end();
  };
  return {
    ask: (windowDays: number, index: number) => {
      const key = `${windowDays} ${index}`;
      if (asked.has(key)) return;
      asked.add(key);
      if (wanted && wanted.windowDays !== windowDays) void send();
      if (!wanted) {
        wanted = { windowDays, indexes: [] };
        queueMicrotask(() => void send());
      }
      wanted.indexes.push(index);
    },
  };
}

interface Values {
  readonly windowDays: number;
  readonly blocks: Map<number, TenorBlock>;
}

/** Windows of which values are kept to stand in. */
const MOST_KEPT = 4;

/** Blocks that have come, and older ones to stand in for those that have not. */
class Known {
  private readonly own: Values[] = [];
  private readonly older: readonly Values[];

  constructor(older: readonly Values[]) {
    this.older = older;
  }

  /** The latest first. */
  get values(): readonly Values[] {
    return [...this.own, ...this.older].slice(0, MOST_KEPT);
  }

  get(windowDays: number, index: number): TenorBlock | undefined {
    return this.own.find((each) => each.windowDays === windowDays)?.blocks.get(index);
  }

  set(windowDays: number, index: number, block: TenorBlock): void {
    const known = this.own.find((each) => each.windowDays === windowDays);
    if (known) known.blocks.set(index, block);
    else this.own.unshift({ windowDays, blocks: new Map([[index, block]]) });
  }

  standIn(windowDays: number, index: number): TenorBlock {
    const days = daysOfBlock(index, windowDays);
    const found = days.map((day) => this.nearest(day));
    return {
      value: Float64Array.from(found, (each) => each?.value ?? Number.NaN),
      error: Float64Array.from(found, (each) => each?.error ?? Number.NaN),
    };
  }

  private nearest(day: number): { value: number; error: number } | undefined {
    for (const { windowDays, blocks } of this.values) {
      const { index, at } = blockOfDay(day, windowDays);
      const block = blocks.get(index);
      const value = block?.value[at] ?? Number.NaN;
      if (block && !Number.isNaN(value)) return { value, error: block.error[at] ?? 0 };
    }
    return undefined;
  }
}
