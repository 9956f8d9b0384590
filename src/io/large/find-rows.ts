import type { EventState, Text } from '../../model/dataset';
import type { EventTable, RowLists } from '../../model/event-table';
import type { PackedEvents } from '../../model/packed-events';
import { eventsOfRows } from '../../model/packed-table';
import { createTextReader } from '../../model/packed-text';
import { createScan } from './find-bytes';
import { oddEvents } from './find-odd';
import { type SoughtWord, saysWord, soughtWords } from './find-word';

/** One byte for each row of a table: 1 where a text is found. */
export type FindRows = (table: EventTable, text: string) => Uint8Array;

/**
 * Search without an index, which a million events have no room for: the words are sought in the JSON of each event as it
 * stands, in the names of its actors and in its tags. Only odd events are read and folded. What is found is as in
 * `createSearch`: Latin words whole, the last by its beginning, Japanese as it is typed; all words wanted.
 */
export function createFindRows(packed: PackedEvents): FindRows {
  let odd: Uint8Array | undefined;
  const textOf = createTextReader(packed);
  return (table, text) => {
    const found = new Uint8Array(table.count).fill(1);
    const sought = soughtWords(text);
    if (sought.length === 0) return found;
    odd ??= oddEvents(packed);
    const searched = { packed, textOf, odd, table, eventOf: eventsOfRows(packed, table) };
    for (const word of sought) keepWith(word, found, searched);
    return found;
  };
}

interface Searched {
  readonly packed: PackedEvents;
  readonly textOf: (event: number) => string;
  readonly odd: Uint8Array;
  readonly table: EventTable;
  /** By row. */
  readonly eventOf: Uint32Array;
}

/** Drops the rows that do not say a word. */
function keepWith(word: SoughtWord, found: Uint8Array, searched: Searched): void {
  const { packed, eventOf } = searched;
  const named = rowsNaming(word, searched.table);
  const says = new Uint8Array(packed.eventCount);
  for (let row = 0; row < found.length; row++) {
    if (found[row] === 1 && named[row] === 0) says[eventOf[row] ?? 0] = ASKED;
  }
  const isExact = scanEvents(word, says, searched);
  for (let row = 0; row < found.length; row++) {
    if (found[row] === 0 || named[row] === 1) continue;
    const event = eventOf[row] ?? 0;
    if (says[event] === NO) found[row] = 0;
    else if (!isExact || searched.odd[event] === 1) {
      if (!readsWord(word, row, searched)) found[row] = 0;
    }
  }
}

const NO = 0;
const ASKED = 1;

/**
 * Sets to NO the events that are asked about and can't say a word. In the file's order, as their texts lie, since to
 * fetch each from elsewhere takes longer than to look through it. False where those that are left are to be read.
 */
function scanEvents(word: SoughtWord, says: Uint8Array, { packed, odd }: Searched): boolean {
  const { text, textOffsets } = packed;
  const { holds, isExact } = createScan(word);
  for (let event = 0; event < says.length; event++) {
    if (says[event] === NO || odd[event] === 1) continue;
    if (!holds(text, textOffsets[event] ?? 0, textOffsets[event + 1] ?? 0)) says[event] = NO;
  }
  return isExact;
}

/** 1 for each row of an actor or a tag whose name says the word. */
function rowsNaming(word: SoughtWord, table: EventTable): Uint8Array {
  const named = new Uint8Array(table.count);
  const { actors } = table.dataset;
  const byActor = table.actorIds.map((id) => allLanguages(actors.get(id)?.name));
  markRows(named, table.actors, wordSayers(byActor, word));
  markRows(
    named,
    table.tags,
    wordSayers(
      table.tagNames.map((tag) => [tag]),
      word,
    ),
  );
  return named;
}

/** 1 for each of many things that has a text which says the word. */
function wordSayers(texts: readonly (readonly string[])[], word: SoughtWord): Uint8Array {
  return Uint8Array.from(texts, (each) => (each.some((text) => saysWord(text, word)) ? 1 : 0));
}

function markRows(rows: Uint8Array, { offsets, values }: RowLists, marks: Uint8Array): void {
  if (!marks.includes(1)) return;
  let row = 0;
  for (let i = 0; i < values.length; i++) {
    if (marks[values[i] ?? 0] !== 1) continue;
    while ((offsets[row + 1] ?? Infinity) <= i) row += 1;
    rows[row] = 1;
  }
}

/** Reads what one row says. Most of those that are read don't say the word in any of their states, which costs less to see. */
function readsWord(
  word: SoughtWord,
  row: number,
  { packed, textOf, table, eventOf }: Searched,
): boolean {
  const event = eventOf[row] ?? 0;
  const { finalState, stateIndex } = packed;
  const isRevised = (stateIndex[finalState[event] ?? 0] ?? 0) > 0;
  const top = JSON.parse(textOf(event)) as Said & { readonly revisions?: readonly Said[] };
  const says = (said: Said) => textsOf(said).some((each) => saysWord(each, word));
  if (!isRevised) return says(top);
  if (![top, ...(top.revisions ?? [])].some(says)) return false;
  const state = table.stateOf(row);
  return state !== undefined && says(state);
}

type Said = Partial<Pick<EventState, 'title' | 'summary' | 'place'>> & {
  readonly actors?: readonly (string | { readonly role?: Text })[];
};

function textsOf({ title, summary, place, actors }: Said): readonly string[] {
  const roles = (actors ?? []).map((each) => (typeof each === 'string' ? undefined : each.role));
  return [title, summary, place?.name, ...roles].flatMap(allLanguages);
}

function allLanguages(text: Text | undefined): readonly string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}
