import { parseTimeOfDay } from '../time/time-of-day';
import { OPEN_END_DAY, OPEN_START_DAY } from './event-table';
import {
  bytesColumn,
  countsColumn,
  endList,
  intsColumn,
  type ListColumn,
  listColumn,
  pushByte,
  pushCount,
  pushInt,
  pushShort,
  shortsColumn,
} from './pack-columns';
import { codeOfMoment } from './packed-moments';
import type { ColumnState } from './parse-event';
import { placeCode } from './place-code';
import { isTimeZone } from './references';
import { endDayOf, flagsOf, KIND_CODE, STATUS_CODE, startDayOf } from './state-columns';
import { tenorCode } from './tenor-code';

/** Words by number, in the order in which they were first asked for. */
export interface Dictionary {
  readonly words: string[];
  codeOf: (word: string) => number;
  /** By code: the list in which it was last put. */
  readonly listOf: number[];
}

export function createDictionary(): Dictionary {
  const words: string[] = [];
  const codes = new Map<string, number>();
  const codeOf = (word: string) => {
    const earlier = codes.get(word);
    if (earlier !== undefined) return earlier;
    const code = words.push(word) - 1;
    codes.set(word, code);
    return code;
  };
  return { words, codeOf, listOf: [] };
}

/** The columns of `PackedEvents` as they grow: one entry for each state, in the order in which events are added. */
export type StateColumns = ReturnType<typeof createStateColumns>;

export function createStateColumns(domainIndex: ReadonlyMap<string, number>, roomBytes?: number) {
  return {
    domainIndex,
    actorWords: createDictionary(),
    countryWords: createDictionary(),
    tagWords: createDictionary(),
    zoneWords: createDictionary(),
    startDay: intsColumn(roomBytes),
    endDay: intsColumn(roomBytes),
    flags: bytesColumn(roomBytes),
    importance: bytesColumn(roomBytes),
    tenor: bytesColumn(roomBytes),
    status: bytesColumn(roomBytes),
    kind: bytesColumn(roomBytes),
    place: shortsColumn(roomBytes),
    domain: bytesColumn(roomBytes),
    domainMask: countsColumn(roomBytes),
    actors: listColumn(roomBytes),
    countries: listColumn(roomBytes),
    tags: listColumn(roomBytes),
    known: intsColumn(roomBytes),
    until: intsColumn(roomBytes),
    eventIndex: countsColumn(roomBytes),
    stateIndex: bytesColumn(roomBytes),
    timedEntries: countsColumn(),
    moments: countsColumn(),
  };
}

/** Adds an event's states, the final one last. */
export function pushStates(columns: StateColumns, states: readonly ColumnState[]): void {
  states.forEach((state, i) => {
    pushState(columns, state, states[i + 1]);
  });
}

function pushState(columns: StateColumns, state: ColumnState, next: ColumnState | undefined): void {
  pushMoment(columns, state);
  pushInt(columns.startDay, startDayOf(state));
  pushInt(columns.endDay, endDayOf(state));
  pushByte(columns.flags, flagsOf(state, -Infinity));
  pushByte(columns.importance, state.importance);
  pushByte(columns.tenor, tenorCode(state.tenor));
  pushByte(columns.status, STATUS_CODE.get(state.status) ?? 0);
  pushByte(columns.kind, KIND_CODE.get(state.kind) ?? 0);
  pushShort(columns.place, placeCode(state.place?.country));
  pushInt(columns.known, Math.max(state.known, OPEN_START_DAY));
  pushInt(columns.until, next ? Math.max(next.known, OPEN_START_DAY) : OPEN_END_DAY);
  pushCount(columns.eventIndex, state.eventIndex);
  pushByte(columns.stateIndex, Math.min(state.stateIndex, 255));
  pushDomains(columns, state.domains);
  for (const { actor } of state.actors) pushWord(columns.actors, actor, columns.actorWords);
  endList(columns.actors);
  for (const country of state.parties) pushWord(columns.countries, country, columns.countryWords);
  endList(columns.countries);
  for (const tag of state.tags) pushWord(columns.tags, tag, columns.tagWords);
  endList(columns.tags);
}

/** Of the few states that have a time of day in a known zone. */
function pushMoment(columns: StateColumns, { time, place }: ColumnState): void {
  const minutes = time === undefined ? undefined : parseTimeOfDay(time);
  const zone = place?.timeZone;
  if (minutes === undefined || zone === undefined || !isTimeZone(zone)) return;
  pushCount(columns.timedEntries, columns.startDay.length);
  pushCount(columns.moments, codeOfMoment(minutes, columns.zoneWords.codeOf(zone)));
}

function pushDomains(columns: StateColumns, domains: readonly string[]): void {
  let mask = 0;
  for (const id of domains) mask |= 1 << (columns.domainIndex.get(id) ?? 0);
  pushByte(columns.domain, columns.domainIndex.get(domains[0] ?? '') ?? 0);
  pushCount(columns.domainMask, mask);
}

/** A thing named twice in one state counts once. */
function pushWord({ offsets, values }: ListColumn, word: string, dictionary: Dictionary): void {
  const code = dictionary.codeOf(word);
  if (dictionary.listOf[code] === offsets.length) return;
  dictionary.listOf[code] = offsets.length;
  pushCount(values, code);
}
