import type { Dataset, EventState } from '../model/dataset';
import { textIn } from '../model/text';
import { formatDay } from '../time/date-text';
import type { Day } from '../time/day';
import type { Lang } from '../time/lang';
import type { CitedDataset, FormatWords } from './format-words';
import { oneLine } from './one-line';

/** As many letters of a hash tell versions of a dataset apart. */
const VERSION_LETTERS = 12;

export interface CitationOf {
  readonly dataset: Dataset;
  /** As `hashDataset` gives it. */
  readonly hash: string;
  readonly asOfDay: Day;
  readonly lang: Lang;
  readonly words: FormatWords;
}

/** One line by which a reader finds an event again as it was read: dataset, event, version, as-of day, end of the record. */
export function formatCitation(of: CitationOf, state: Pick<EventState, 'id' | 'title'>): string {
  const event = textIn(state.title, of.lang).text;
  return oneLine(of.words.citeEvent({ ...citedDataset(of), event, eventId: state.id }));
}

export function formatDatasetCitation(of: CitationOf): string {
  return oneLine(of.words.citeDataset(citedDataset(of)));
}

function citedDataset({ dataset, hash, asOfDay, lang }: CitationOf): CitedDataset {
  return {
    dataset: textIn(dataset.title, lang).text,
    datasetId: dataset.id,
    version: hash.slice(0, VERSION_LETTERS),
    asOf: formatDay(asOfDay, lang, 'long'),
    through: formatDay(dataset.recordedThrough, lang, 'long'),
  };
}
