import MiniSearch from 'minisearch';
import type { Dataset, EventState, Participation, Text } from '../model/dataset';
import { fold, foldForIndex, hasCjk, queryTerms, textTerms, words } from './search-text';

export interface Search {
  /** Whether a state is found by a text; everything is found by one without a letter or digit. The last text's answer is kept. */
  find: (text: string) => (state: EventState) => boolean;
  /** Builds the index now rather than at the first search: some 0.1 s for 500 states. */
  prepare: () => void;
}

interface Entry {
  readonly id: number;
  readonly text: string;
}

interface Index {
  readonly engine: MiniSearch<Entry>;
  readonly states: readonly EventState[];
  readonly texts: readonly string[];
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
    prepare: () => {
      ready();
    },
    find: (text) => {
      if (queryTerms(text).length === 0) return () => true;
      if (last?.text !== text) last = { text, found: findStates(ready(), text) };
      const { found } = last;
      return (state) => found.has(state);
    },
  };
}

function createIndex(dataset: Dataset): Index {
  const states = dataset.events.flatMap((event) => event.states);
  const texts = states.map((state) => foldForIndex(textOf(state, dataset)));
  const engine = new MiniSearch<Entry>({
    fields: ['text'],
    tokenize: textTerms,
    processTerm: (term) => term,
  });
  engine.addAll(texts.map((text, id) => ({ id, text })));
  return { engine, states, texts };
}

function findStates({ engine, states, texts }: Index, text: string): ReadonlySet<EventState> {
  const results = engine.search(text, {
    combineWith: 'AND',
    tokenize: queryTerms,
    processTerm: (term) => term,
    prefix: (term, i, terms) => isPrefix(term, i === terms.length - 1),
  });
  // Pairs of characters found apart are no match: the run must stand as it was typed.
  const runs = words(fold(text)).filter(hasCjk);
  const found = new Set<EventState>();
  for (const { id } of results) {
    const at = id as number;
    const state = states[at];
    if (state && runs.every((run) => texts[at]?.includes(run))) found.add(state);
  }
  return found;
}

/** A lone Japanese character begins some pair; of Latin words only the last may still be unfinished. */
function isPrefix(term: string, isLast: boolean): boolean {
  return hasCjk(term) ? Array.from(term).length === 1 : isLast;
}

/** All that a state can be found by, a line for each text, in every language. */
function textOf(state: EventState, { actors }: Dataset): string {
  const ofActor = ({ actor, role }: Participation) => [actors.get(actor)?.name, role];
  const texts: readonly (Text | undefined)[] = [
    state.title,
    state.summary,
    state.place?.name,
    ...state.actors.flatMap(ofActor),
    ...state.tags,
  ];
  return texts.flatMap(allLanguages).join('\n');
}

function allLanguages(text: Text | undefined): readonly string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}
