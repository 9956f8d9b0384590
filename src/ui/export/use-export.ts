import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageSize } from '../../scene/page-size';
import { MOST_SLIDE_EVENTS } from '../../scene/slide-limits';
import { useAppState, useAppStore } from '../app-store';
import { useMatching, useTable } from '../use-derived';
import { presetWords } from './create-publication';
import { type Excess, excessOf } from './excess';
import {
  type ExportChoices,
  madeWith,
  pageSizeOf,
  recallChoices,
  rememberChoices,
} from './export-choices';
import { type ExportPart, partOf, partsOfStory } from './export-parts';
import { firstRange, type RangeChoice, rangeOfDraft } from './export-range';
import { wordFault } from './export-words';
import { orderOf, type PublicationOrder } from './publication-orders';
import { useWordsOf } from './use-words-of';

/** A title and a subtitle as they stand in the fields; undefined where they are what pages are called by themselves. */
export interface ExportWords {
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
}

/** Why there is nothing to make: words for each are in `problem`. */
export type ExportProblem = 'empty' | 'reversed' | 'size' | 'words' | 'language';

/** Everything that is chosen in the dialog, and what follows from it. */
export function useExport() {
  const store = useAppStore();
  const [choices, setChoices] = useState(() => recallChoices(store));
  const [range, setRange] = useState(() => firstRange(store.getState()));
  const [words, setWords] = useState<ExportWords>({ title: undefined, subtitle: undefined });
  /** So many events were asked for although they are many. */
  const [asked, setAsked] = useState(0);
  const change = (patch: Partial<ExportChoices>) => {
    const next = { ...choices, ...patch };
    // Data are of one range.
    if (next.kind === 'data' && range.kind === 'views') setRange(firstRange(store.getState()));
    rememberChoices(store, next);
    setChoices(next);
  };
  const { parts, problem: rangeProblem } = useParts(range);
  const made = useMadeWith(choices);
  const language = useWordsOf(made.language);
  const size = useMemo(() => pageSizeOf(choices), [choices]);
  // Columns hold any number.
  const isByName = choices.layout === 'pages';
  const excess = useExcess(isByName ? parts : undefined, asked);
  const problem = firstOf([
    rangeProblem,
    size ? undefined : 'size',
    wordFault({ ...words, footer: choices.footer }) ? 'words' : undefined,
    language.hasFailed ? 'language' : undefined,
  ]);
  const isReady = !problem && !excess && language.isThere;
  const orders = useOrders({ parts: isReady ? parts : undefined, size, made, words });
  return {
    choices,
    change,
    range,
    setRange,
    words,
    setWords,
    presets: usePresets({ parts, size, made, isThere: language.isThere }),
    parts,
    /** What the pictures are made with: as chosen, else as the page has it. */
    made,
    problem,
    excess,
    askFor: setAsked,
    /** Whether the pages are many and were asked for all the same. */
    isAsked: isByName && parts?.some(({ eventCount }) => eventCount > MOST_SLIDE_EVENTS) === true,
    retryLanguage: language.retry,
    orders,
  };
}

export type Export = ReturnType<typeof useExport>;

function firstOf(problems: readonly (ExportProblem | undefined)[]): ExportProblem | undefined {
  return problems.find((problem) => problem !== undefined);
}

/** One for a range, one for each view of the story. */
function useParts({ kind, draft }: RangeChoice): {
  readonly parts: readonly ExportPart[] | undefined;
  readonly problem?: 'empty' | 'reversed';
} {
  const store = useAppStore();
  const table = useTable();
  const matching = useMatching();
  const filter = useAppState((state) => state.filter);
  const { from, to } = draft;
  return useMemo(() => {
    if (kind === 'views') return { parts: partsOfStory(store.getState()) };
    const days = rangeOfDraft({ from, to });
    if (typeof days === 'string') return { parts: undefined, problem: days };
    if (!table || !matching) return { parts: undefined };
    return { parts: [partOf({ table, matching, filter }, days)] };
  }, [store, table, matching, filter, kind, from, to]);
}

/** The same object until what it holds changes. */
function useMadeWith(choices: ExportChoices) {
  const language = useAppState((state) => state.language);
  const grouping = useAppState((state) => state.grouping);
  const tenor = useAppState((state) => state.tenor);
  const cadence = useAppState((state) => state.cadence);
  const hasRoad = useAppState((state) => state.filter.road !== undefined);
  const { layout, theme, includes, footer } = choices;
  const own = choices;
  return useMemo(
    () => madeWith(own, { language, grouping, tenor, cadence, hasRoad }),
    // Other choices are of the file, not of the pages: they lay nothing out anew.
    // oxlint-disable-next-line react/exhaustive-deps
    [
      layout,
      theme,
      includes,
      footer,
      own.language,
      own.grouping,
      own.links,
      own.tenor,
      own.cadence,
      language,
      grouping,
      tenor,
      cadence,
      hasRoad,
    ],
  );
}

/** Of the part that holds the most, where that is too much to be made unasked. */
function useExcess(
  parts: readonly ExportPart[] | undefined,
  asked: number,
): (Excess & { readonly part: ExportPart }) | undefined {
  return useMemo(() => {
    const [part] = parts?.toSorted((a, b) => b.eventCount - a.eventCount) ?? [];
    if (!part || part.eventCount <= asked) return undefined;
    const { table, matching } = part.subject;
    const excess = excessOf(table, matching, part.range);
    return excess && { ...excess, part };
  }, [parts, asked]);
}

interface OrdersOf {
  readonly parts: readonly ExportPart[] | undefined;
  readonly size: PageSize | undefined;
  readonly made: ReturnType<typeof madeWith>;
  readonly words: ExportWords;
}

function useOrders({ parts, size, made, words }: OrdersOf) {
  const { i18n } = useTranslation('export');
  const exportedDay = useAppState((state) => state.today);
  const { title, subtitle } = words;
  return useMemo<readonly PublicationOrder[] | undefined>(() => {
    if (!parts || !size) return undefined;
    const of = { size, with: made, title, subtitle, exportedDay };
    return parts.map((part) => orderOf(part, of, i18n));
  }, [parts, size, made, title, subtitle, exportedDay, i18n]);
}

interface PresetsOf extends Omit<OrdersOf, 'words'> {
  readonly isThere: boolean;
}

/** What the pages are called by themselves, for the fields. */
function usePresets({ parts, size, made, isThere }: PresetsOf) {
  const { i18n } = useTranslation('export');
  return useMemo(() => {
    const [part] = parts ?? [];
    if (!part || part.told || !size || !isThere) return { title: '', subtitle: '' };
    return presetWords(part.subject, { ...made, range: part.range, size }, { i18n });
  }, [parts, size, made, isThere, i18n]);
}
