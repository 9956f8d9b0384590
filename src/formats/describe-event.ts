import type { EventState, Source, Text } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import { textIn } from '../model/text';
import { formatEdtf } from '../time/date-text';
import type { Lang } from '../time/lang';
import type { RecordExport } from './record-export';
import { webAddress } from './web-address';

type In = Pick<RecordExport, 'lang' | 'words'>;

/** Whether the date is not known to the day. */
export function isInexact({ date }: Pick<EventState, 'date'>): boolean {
  return date.precision !== 'day' || date.approximate || date.uncertain;
}

/** The date in words, with the time of day where there is one. */
export function dateWords({ date, time }: EventState, { lang, words }: In): string {
  const text = formatEdtf(date, lang, 'long');
  return time === undefined ? text : words.dateAndTime(text, time);
}

/** The date with the status, which what happened does not need, and whether it should have come to pass by now. */
export function statusWords(
  state: EventState,
  date: string,
  { table, words }: Pick<RecordExport, 'table' | 'words'>,
): string {
  const isOverdue = liesAhead(state.status) && state.date.maxDay < table.asOfDay;
  const dated = isOverdue ? words.notConfirmed(date) : date;
  return state.status === 'happened' ? dated : words.statusAndDate(state.status, dated);
}

export interface SourceWords {
  /** “Readout of the call (Ministry, 20 May 2023)” */
  readonly text: string;
  /** As `webAddress` writes it. */
  readonly address: string | undefined;
}

export function sourceWords(
  { title, publisher, published, url }: Source,
  { lang, words }: In,
): SourceWords {
  const date = published ? formatEdtf(published, lang, 'long') : '';
  const origin = words.source(textIn(publisher, lang).text, date);
  return {
    text: words.sourceWithOrigin(textIn(title, lang).text, origin),
    address: url === undefined ? undefined : webAddress(url),
  };
}

export function plainText(text: Text | undefined, lang: Lang): string {
  return text === undefined ? '' : textIn(text, lang).text;
}

export function domainNames(
  { domains }: EventState,
  { dataset }: EventTable,
  lang: Lang,
): string[] {
  return domains.flatMap((id) => {
    const domain = dataset.domains.find((each) => each.id === id);
    return domain ? [textIn(domain.name, lang).text] : [];
  });
}
