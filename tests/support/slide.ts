import { readFileSync } from 'node:fs';
import { createInstance, type TFunction } from 'i18next';
import { createEventTable } from '../../src/model/create-event-table';
import type { Dataset } from '../../src/model/dataset';
import { parseDatasetText } from '../../src/model/parse-dataset';
import { NO_FILTER } from '../../src/query/filter';
import { rejectMasks } from '../../src/query/match';
import { matchingRowsIn } from '../../src/query/window';
import type { MeasureText } from '../../src/scene/scene';
import type { SlideInput } from '../../src/scene/slide-input';
import { parseIsoDay } from '../../src/time/day';
import type { Lang } from '../../src/time/lang';
import { createSlideWords } from '../../src/ui/export/create-slide-words';

const emsOf = new Map<string, number>();

/** Widths near to Inter's: wide letters for Japanese, narrow ones for the rest. */
export const measureByLetters: MeasureText = (text, { sizePx, weight }) => {
  const bold = weight >= 600 ? 1.05 : 1;
  let ems = 0;
  for (const letter of text) {
    const known = emsOf.get(letter);
    const width = known ?? letterEms(letter);
    if (known === undefined) emsOf.set(letter, width);
    ems += width;
  }
  return ems * sizePx * bold;
};

function letterEms(letter: string): number {
  if (letter > '\u2e7f') return 1;
  if (/[ iljtfrI.,;:'()|!1]/.test(letter)) return 0.32;
  if (/[mwMW]/.test(letter)) return 0.86;
  return /[A-Z]/.test(letter) ? 0.68 : 0.57;
}

let record: Dataset | undefined;

/** The bundled record. */
export function readRecord(): Dataset {
  if (record) return record;
  const { dataset } = parseDatasetText(readFileSync('data/japan-us.json', 'utf8'));
  if (!dataset) throw new Error('data/japan-us.json could not be read as a dataset');
  record = dataset;
  return record;
}

const catalogues = ['export', 'vocabulary', 'shell', 'timeline'] as const;

/** The `export` messages of a language. */
export function exportMessages(lang: Lang): TFunction<'export'> {
  const resources = Object.fromEntries(
    catalogues.map((area) => [
      area,
      JSON.parse(readFileSync(`src/ui/messages/${lang}/${area}.json`, 'utf8')),
    ]),
  );
  const i18n = createInstance();
  void i18n.init({
    lng: lang,
    defaultNS: 'export',
    resources: { [lang]: resources },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return i18n.getFixedT(lang, 'export');
}

export interface SlideOf {
  readonly dataset: Dataset;
  /** Inclusive days. */
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly lang: Lang;
  readonly grouping?: 'domain' | 'none';
}

/** All of a range as it stood on a day. */
export function slideInput({ dataset, from, to, asOf, lang, grouping }: SlideOf): SlideInput {
  const asOfDay = day(asOf);
  const span = { startDay: day(from), endDay: day(to) + 1 };
  const table = createEventTable(dataset, asOfDay);
  const rows = matchingRowsIn(table, rejectMasks(table, NO_FILTER), span);
  return {
    table,
    rows: Array.from(rows),
    span,
    asOfDay,
    recordedThrough: dataset.recordedThrough,
    exportedDay: day('2026-11-22'),
    lang,
    title:
      lang === 'ja'
        ? '日本と米国、2023年1月〜6月'
        : 'Japan and the United States, January to June 2023',
    subtitle: `${rows.length} / ${from} – ${to}`,
    words: createSlideWords(exportMessages(lang), undefined),
    grouping: grouping ?? 'domain',
    measure: measureByLetters,
  };
}

function day(text: string): number {
  const found = parseIsoDay(text);
  if (found === undefined) throw new Error(`${text} is not a day`);
  return found;
}
