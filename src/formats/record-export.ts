import type { Steps } from '../lib/steps';
import type { EventState } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import type { Span } from '../time/day';
import type { Lang } from '../time/lang';
import type { FormatWords } from './format-words';

/** What a file of data is written from. The same one gives the same text. */
export interface RecordExport {
  /** As of its day, by its calendar. */
  readonly table: EventTable;
  /** The chosen ones, in time order. */
  readonly rows: Iterable<number>;
  /** What was asked for, in whole days. */
  readonly span: Span;
  readonly lang: Lang;
  readonly title: string;
  readonly words: FormatWords;
  /** The address of an event in the app, where the app has one that others can open. */
  readonly addressOf?: (id: string) => string;
}

/**
 * A text piece by piece: a large one need be in memory nowhere, and the page is not held up while it is made. A piece may be
 * empty, where all events are gone through before there is any text.
 */
export type TextPieces = Iterable<string>;

/** Work that comes before a text, an empty piece for each of its steps. */
export function* asPieces<T>(steps: Steps<T>): Generator<string, T, undefined> {
  let step = steps.next();
  while (!step.done) {
    yield '';
    step = steps.next();
  }
  return step.value;
}

/** What is said of the chosen events, in time order. */
export function* statesOf({
  table,
  rows,
}: Pick<RecordExport, 'table' | 'rows'>): Iterable<EventState> {
  for (const row of rows) {
    const state = table.stateOf(row);
    if (state) yield state;
  }
}
