import type { EventState, Source } from '../model/dataset';
import { sourcesAsOf } from '../model/shown-event';
import { textIn } from '../model/text';
import { formatDay, formatSpan } from '../time/date-text';
import { yearText } from '../time/date-words';
import { civilOf, dayOf, daysInMonth } from '../time/day';
import type { Precision } from '../time/edtf';
import { formatDatasetCitation } from './citation';
import { dateWords, plainText, sourceWords, statusWords } from './describe-event';
import { markdownAddress, markdownLine, markdownText } from './markdown-text';
import { type RecordExport, statesOf, type TextPieces } from './record-export';

export interface MarkdownOptions {
  /** Of the dataset (`hashDataset`), where the file is to say which version it was made from. */
  readonly hash?: string | undefined;
}

/** A chronology to read: by year and month, each event with its date in words, and its sources as footnotes. CommonMark. */
export function* formatEventsMarkdown(
  from: RecordExport,
  { hash }: MarkdownOptions = {},
): TextPieces {
  yield `# ${markdownText(from.title)}\n\n${markdownLine(originOf(from, hash))}\n`;
  const footnotes = new Map<Source, number>();
  let isEmpty = true;
  for (const section of sectionsOf(from)) {
    isEmpty = false;
    yield `\n${'#'.repeat(section.level)} ${section.heading}\n`;
    if (section.states.length > 0) yield '\n';
    for (const state of section.states) yield itemOf(state, from, footnotes);
  }
  if (isEmpty) yield `\n${markdownLine(from.words.noEvents)}\n`;
  if (footnotes.size > 0) yield '\n';
  for (const [source, number] of footnotes) yield footnoteOf(source, number, from);
}

/** Which dataset this is, read as of which day. */
function originOf({ table, lang, words }: RecordExport, hash: string | undefined): string {
  const { dataset, asOfDay } = table;
  if (hash !== undefined) return formatDatasetCitation({ dataset, hash, asOfDay, lang, words });
  return words.readAsOf(dataset.id, formatDay(asOfDay, lang, 'long'));
}

interface Section {
  readonly level: 2 | 3;
  readonly heading: string;
  readonly states: readonly EventState[];
}

interface Year {
  readonly heading: string;
  /** Of those that are known no closer than by the year. */
  readonly whole: EventState[];
  readonly months: Map<number, EventState[]>;
}

/** A year with what is known of it by the year alone, then its months. */
function* sectionsOf(from: RecordExport): Iterable<Section> {
  for (const { heading, whole, months } of yearsOf(from)) {
    yield { level: 2, heading, states: whole };
    for (const [firstDay, states] of months) {
      const { year, month } = civilOf(firstDay);
      const lastDay = firstDay + daysInMonth(year, month) - 1;
      yield { level: 3, heading: formatSpan({ firstDay, lastDay }, from.lang, 'words'), states };
    }
  }
}

/** Events come in time order, so one year at a time is held. */
function* yearsOf(from: RecordExport): Iterable<Year> {
  let current: Year | undefined;
  for (const state of statesOf(from)) {
    const heading = yearHeading(state, from);
    if (heading !== current?.heading) {
      if (current) yield current;
      current = { heading, whole: [], months: new Map() };
    }
    const { start, minDay } = state.date;
    if (!start || BY_YEAR.has(start.precision)) current.whole.push(state);
    else {
      const { year, month } = civilOf(minDay);
      const firstDay = dayOf(year, month, 1);
      const states = current.months.get(firstDay) ?? [];
      states.push(state);
      current.months.set(firstDay, states);
    }
  }
  if (current) yield current;
}

const BY_YEAR: ReadonlySet<Precision> = new Set(['year', 'decade', 'century', 'millennium']);

function yearHeading({ date }: EventState, { lang, words }: RecordExport): string {
  return date.start ? yearText(civilOf(date.minDay).year, lang) : words.openStart;
}

function itemOf(state: EventState, from: RecordExport, footnotes: Map<Source, number>): string {
  const { table, lang } = from;
  const when = statusWords(state, dateWords(state, from), from);
  const place = plainText(state.place?.name, lang);
  const numbers = sourcesAsOf(table.dataset, state, table.asOfDay).map((source) => {
    const number = footnotes.get(source) ?? footnotes.size + 1;
    footnotes.set(source, number);
    return `[^${number}]`;
  });
  const head = `**${markdownText(when)}**${place && ` · ${markdownText(place)}`}`;
  const title = textIn(state.title, lang).text;
  const summary = plainText(state.summary, lang);
  // Two spaces at its end break a line where the list goes on.
  const lines = [`- ${head}  `, `  ${markdownLine(title)}${[...new Set(numbers)].join('')}`];
  return summary === ''
    ? `${lines.join('\n')}\n`
    : `${lines.join('\n')}  \n  ${markdownLine(summary)}\n`;
}

function footnoteOf(source: Source, number: number, from: RecordExport): string {
  const { text, address } = sourceWords(source, from);
  const link = address === undefined ? '' : ` ${markdownAddress(address)}`;
  return `[^${number}]: ${markdownLine(text)}${link}\n`;
}
