import type { SourceKind } from '../../model/dataset';
import { civilOf } from '../../time/day';
import type { EdtfDate, EdtfPoint, Precision } from '../../time/edtf';
import { asPieces, type RecordExport, type TextPieces } from '../record-export';
import { type CitedSource, citedSources } from './cited-sources';

/** The sources as CSL-JSON 1.0, which Zotero, pandoc and citeproc read. */
export function* formatCslJson(from: RecordExport): TextPieces {
  const cited = yield* asPieces(citedSources(from));
  const items = cited.map(itemOf);
  yield `${JSON.stringify(items, null, 2)}\n`;
}

const TYPES: Readonly<Record<SourceKind, string>> = {
  official: 'document',
  news: 'article-newspaper',
  analysis: 'report',
  reference: 'webpage',
};

function itemOf({ key, kind, title, publisher, published, url, language }: CitedSource) {
  const issued = published && cslDate(published);
  return {
    id: key,
    type: kind === undefined ? 'webpage' : TYPES[kind],
    title,
    // A newspaper is what an article stands in; all else somebody gave out.
    [kind === 'news' ? 'container-title' : 'publisher']: publisher,
    ...(issued && { issued }),
    ...(url !== undefined && { URL: url }),
    ...(language !== undefined && { language }),
  };
}

type DateParts = readonly number[];

/** A date, or from one to another, as closely as it is known; `circa` where it is not certain. */
function cslDate(date: EdtfDate) {
  const parts = partsOf(date);
  const season = seasonOf(date);
  return parts.length === 0
    ? undefined
    : {
        'date-parts': parts,
        ...(season !== undefined && { season }),
        ...((date.approximate || date.uncertain) && { circa: true }),
      };
}

function partsOf({ start, end }: EdtfDate): readonly DateParts[] {
  const [first, last] = [start ?? end, end ?? start];
  if (!first || !last) return [];
  if (start && end && start !== end) return [partsAt(first, 'minDay'), partsAt(last, 'maxDay')];
  return isSpread(first)
    ? [partsAt(first, 'minDay'), partsAt(first, 'maxDay')]
    : [partsAt(first, 'minDay')];
}

/** Whether a single date is neither a day, a month nor a year, nor a season, which has a field of its own. */
function isSpread({ precision, minDay, maxDay }: EdtfPoint): boolean {
  if (precision === 'day') return minDay !== maxDay;
  return precision !== 'month' && precision !== 'year' && precision !== 'season';
}

/** Year, month and day, as many as are known. */
const PART_COUNTS: Readonly<Record<Precision, 1 | 2 | 3>> = {
  day: 3,
  month: 2,
  quarter: 2,
  third: 2,
  half: 2,
  season: 1,
  year: 1,
  decade: 1,
  century: 1,
  millennium: 1,
};

function partsAt(point: EdtfPoint, side: 'minDay' | 'maxDay'): DateParts {
  const { year, month, day } = civilOf(point[side]);
  return [year, month, day].slice(0, PART_COUNTS[point.precision]);
}

/** 1 to 4, from spring; of one season alone. */
function seasonOf({ start, end }: EdtfDate): number | undefined {
  if (!start || start !== end || start.precision !== 'season') return undefined;
  const { month } = civilOf(start.minDay);
  return [3, 6, 9, 12].indexOf(month) + 1;
}
