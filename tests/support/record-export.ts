import { createI18n } from '../../src/cli/words';
import type { RecordExport, TextPieces } from '../../src/formats/record-export';
import { createEventTable } from '../../src/model/create-event-table';
import type { Dataset } from '../../src/model/dataset';
import type { Calendar } from '../../src/model/event-table';
import { type Filter, NO_FILTER } from '../../src/query/filter';
import { rejectMasks } from '../../src/query/match';
import { createSearch } from '../../src/query/search';
import { matchingRowsIn } from '../../src/query/window';
import { recordExtent } from '../../src/state/record-extent';
import type { Day, Span } from '../../src/time/day';
import type { Lang } from '../../src/time/lang';
import { createFormatWords } from '../../src/ui/export/create-format-words';

const WORDS = {
  en: createFormatWords(createI18n('en').getFixedT('en')),
  ja: createFormatWords(createI18n('ja').getFixedT('ja')),
};

interface Asked {
  readonly asOfDay?: Day;
  readonly span?: Span;
  readonly filter?: Filter;
  readonly lang?: Lang;
  readonly calendar?: Calendar | undefined;
  readonly title?: string;
}

/** What a filter leaves of a span, to be written in some format; all of the record where nothing is asked. */
export function exportOf(dataset: Dataset, asked: Asked = {}): RecordExport {
  const { asOfDay = dataset.recordedThrough, span = recordExtent(dataset), lang = 'en' } = asked;
  const table = createEventTable(dataset, asOfDay, asked.calendar);
  const masks = rejectMasks(table, asked.filter ?? NO_FILTER, createSearch(dataset));
  const rows = matchingRowsIn(table, masks, span);
  return { table, rows, span, lang, title: asked.title ?? 'A title', words: WORDS[lang] };
}

export function idsOf({ table, rows }: RecordExport): readonly (string | undefined)[] {
  return Array.from(rows, (row) => table.idOf(row));
}

export function textOf(pieces: TextPieces): string {
  return [...pieces].join('');
}
