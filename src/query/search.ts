import MiniSearch from 'minisearch';
import type { Dataset, EventState, Participation, Text } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { asRecorded } from '../model/recorded-state';
import { fold, foldForIndex, hasCjk, queryTerms, textTerms, words } from './search-text';

export interface Search {
  /**
   * One byte for each row of a table of the dataset: 1 where the text is found, as everything is by one without a letter
   * or digit. Undefined while the answer is on its way. The last text's answer is kept.
   */
  find: (table: EventTable, text: string) => Uint8Array | undefined;
}

interface Part {
  readonly id: number;
  readonly text: string;
}

/** Texts are shared by many states (an actor's name, a title that stays), so each is indexed once. */
interface Index {
  readonly engine: MiniSearch<Part>;
  /** Folded texts by id, each with the states that say it. */
  readonly parts: readonly { readonly text: string; readonly states: readonly EventState[] }[];
}

/**
 * Search over every state of every event, each by its own words, so that what became known later finds nothing earlier.
 * Latin words are found whole, the last one by its beginning; Japanese by any two characters. Several words are AND.
 */
export function createSearch(dataset: Dataset): Search {
  let index: Index | undefined;
  let last: { readonly text: string; readonly found: ReadonlySet<EventState> } | undefined;
  const ready = () => (index ??= createIndex(dataset));
  return {
    find: (table, text) => {
      const wanted = words(fold(text)).filter((word) => queryTerms(word).length > 0);
      const rows = new Uint8Array(table.count);
      if (wanted.length === 0) return rows.fill(1);
      if (last?.text !== text) last = { text, found: findStates(ready(), wanted) };
      const { found } = last;
      return rows.map((_, row) => {
        const state = table.stateOf(row);
        return state && found.has(asRecorded(dataset, state)) ? 1 : 0;
      });
    },
  };
}

function createIndex(dataset: Dataset): Index {
  const sayers = new Map<string, EventState[]>();
  for (const { states } of dataset.events) {
    for (const state of states) {
      for (const text of new Set(textsOf(state, dataset))) {
        const found = sayers.get(text);
        if (found) found.push(state);
        else sayers.set(text, [state]);
      }
    }
  }
  const parts = Array.from(sayers, ([text, states]) => ({ text: foldForIndex(text), states }));
  const engine = new MiniSearch<Part>({
    fields: ['text'],
    tokenize: textTerms,
    processTerm: (term) => term,
  });
  engine.addAll(parts.map(({ text }, id) => ({ id, text })));
  return { engine, parts };
}

/** The states that say every word, in whichever of their texts. */
function findStates(index: Index, wanted: readonly string[]): ReadonlySet<EventState> {
  const sets = wanted.map((word, i) => statesWith(index, word, i === wanted.length - 1));
  const [first = new Set<EventState>(), ...others] = sets;
  return new Set([...first].filter((state) => others.every((found) => found.has(state))));
}

function statesWith({ engine, parts }: Index, word: string, isLast: boolean): Set<EventState> {
  const isRun = hasCjk(word);
  const results = engine.search(word, {
    combineWith: 'AND',
    tokenize: queryTerms,
    processTerm: (term) => term,
    // A lone Japanese character begins some pair; of Latin words only the last may still be unfinished.
    prefix: (_, i, terms) =>
      isRun ? Array.from(word).length === 1 : isLast && i === terms.length - 1,
  });
  const found = new Set<EventState>();
  for (const { id } of results) {
    const part = parts[id as number];
    // Pairs of characters found apart are no match: the run must stand as it was typed.
    if (!part || (isRun && !part.text.includes(word))) continue;
    for (const state of part.states) found.add(state);
  }
  return found;
}

/** All that a state can be found by, in every language. */
function textsOf(state: EventState, { actors }: Dataset): readonly string[] {
  const ofActor = ({ actor, role }: Participation) => [actors.get(actor)?.name, role];
  const texts: readonly (Text | undefined)[] = [
    state.title,
    state.summary,
    state.place?.name,
    ...state.actors.flatMap(ofActor),
    ...state.tags,
  ];
  return texts.flatMap(allLanguages);
}

function allLanguages(text: Text | undefined): readonly string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}
