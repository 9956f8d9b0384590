import { memoize } from '../lib/memoize';
import type { Steps } from '../lib/steps';
import type { Dataset, EventState, Source } from '../model/dataset';
import { sourcesAsOf } from '../model/shown-event';
import { textIn } from '../model/text';
import { formatEdtf } from '../time/date-text';
import type { Day } from '../time/day';
import type { Lang } from '../time/lang';
import type { SlideInput } from './slide-input';
import type { SlideSource } from './slide-source-list';
import { onOneLine } from './slide-text';
import type { SlideWords } from './slide-words';

export interface NumberedSources {
  readonly list: readonly SlideSource[];
  /** As `list` has them. */
  readonly sources: readonly Source[];
  readonly numberOfRow: ReadonlyMap<number, number>;
}

type NumberInput = Pick<SlideInput, 'table' | 'rows' | 'asOfDay' | 'lang' | 'words'>;

/** One source for each event, numbered in the order in which the events come. */
export function* numberSources(input: NumberInput): Steps<NumberedSources> {
  const { table, rows, asOfDay, lang, words } = input;
  const uses = usesFor(input);
  const numbers = new Map<string, number>();
  const list: SlideSource[] = [];
  const sources: Source[] = [];
  const numberOfRow = new Map<number, number>();
  for (const row of rows) {
    yield;
    const state = table.stateOf(row);
    const source = state && chooseSource(sourcesAsOf(table.dataset, state, asOfDay), asOfDay, uses);
    if (!source) continue;
    let number = numbers.get(source.id);
    if (number === undefined) {
      number = numbers.size + 1;
      numbers.set(source.id, number);
      list.push({ number, href: source.url, ...sourceText(source, lang, words) });
      sources.push(source);
    }
    numberOfRow.set(row, number);
  }
  return { list, sources, numberOfRow };
}

const usesOf = memoize((dataset: Dataset) => countUses(dataset.events));

/** Of a packed dataset, where reading every event would take seconds, those of the picture alone. */
function usesFor({ table, rows }: NumberInput): ReadonlyMap<string, number> {
  if (!table.dataset.packed) return usesOf(table.dataset);
  return countUses(
    rows.flatMap((row) => {
      const state = table.stateOf(row);
      return state ? [{ states: [state] }] : [];
    }),
  );
}

/** How many events name each source. */
function countUses(
  events: Iterable<{ readonly states: readonly EventState[] }>,
): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { states } of events) {
    const ids = new Set(states.flatMap(({ sources }) => sources));
    for (const id of ids) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  return uses;
}

/** The source that speaks of fewest events says most of this one; of equals the first. Later ones only for want of others. */
function chooseSource(
  sources: readonly Source[],
  asOfDay: Day,
  uses: ReadonlyMap<string, number>,
): Source | undefined {
  const countOf = ({ id }: Source) => uses.get(id) ?? 0;
  const isOut = ({ published }: Source) => (published?.minDay ?? asOfDay) <= asOfDay;
  const out = sources.filter(isOut);
  return (out.length > 0 ? out : sources).reduce<Source | undefined>(
    (best, source) => (best && countOf(best) <= countOf(source) ? best : source),
    undefined,
  );
}

/** A source as the list names it: who published it, and when. */
function sourceText(
  source: Source,
  lang: Lang,
  words: SlideWords,
): { readonly text: string; readonly lang: string } {
  const publisher = textIn(source.publisher, lang);
  const date = source.published ? formatEdtf(source.published, lang, 'medium') : '';
  return {
    text: onOneLine(words.source(publisher.text, date)),
    lang: publisher.lang || lang,
  };
}
