import type { TFunction } from 'i18next';
import type { Cadence, StartRange } from '../../query/cadence';
import type { CadenceWords } from '../../scene/cadence-texts';
import type { Language } from '../../state/state';
import { formatDay, formatSpan } from '../../time/date-text';
import { yearText } from '../../time/date-words';
import { civilOf, type Day, dayOf } from '../../time/day';

export type CadenceT = TFunction<'cadence'>;

export interface Spoken {
  readonly t: CadenceT;
  readonly language: Language;
}

const MONTH = 365.2425 / 12;
const YEAR = 365.2425;
const DAYS_UNDER = 60;
const MONTHS_UNDER = 24;

/** “41 days”, “4.2 months”, “14 months”, “2.7 years”: as exact as it is of use. */
export function lengthWords(days: number, t: CadenceT): string {
  if (Math.round(days) < DAYS_UNDER) return t('length.days', { count: rounded(days) });
  const months = rounded(days / MONTH);
  if (months < MONTHS_UNDER) return t('length.months', { count: months });
  return t('length.years', { count: rounded(days / YEAR) });
}

/** One digit after the point under ten. */
function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** “Nov 2019 – Jan 2021”: the months of both ends; the days of those that lie within two months. */
export function spanWords(fromDay: Day, toDay: Day, language: Language): string {
  if (toDay - fromDay < DAYS_UNDER) {
    return formatSpan({ firstDay: fromDay, lastDay: toDay }, language, 'title');
  }
  const [from, to] = [civilOf(fromDay), civilOf(toDay)];
  const firstDay = dayOf(from.year, from.month, 1);
  return formatSpan({ firstDay, lastDay: dayOf(to.year, to.month + 1, 1) - 1 }, language, 'title');
}

/** “12 Nov 2019”, or of an inexact start “Nov 2019”, “1 Jul – 3 Sep 2023”. */
export function startWords({ minDay, maxDay }: StartRange, language: Language): string {
  if (minDay === maxDay) return formatDay(minDay, language, 'medium');
  return formatSpan({ firstDay: minDay, lastDay: maxDay }, language, 'title');
}

/**
 * All of it in one sentence (in Japanese, as is the custom, one a fact): how many since when, how often, the longest gap,
 * how long since the last, what is next. `nextWhen` is the date of the next in words.
 */
export function cadenceSentence(
  cadence: Cadence,
  { subject, nextWhen }: { readonly subject: string; readonly nextWhen: string | undefined },
  { t, language }: Spoken,
): string {
  const clauses = [
    ...countClauses(cadence, { t, language }),
    ...silenceClauses(cadence, { t, language }),
    ...nextClauses(cadence, nextWhen, t),
  ];
  return t('sentence.whole', {
    subject: capital(subject, language),
    clauses: clauses.join(t('sentence.joiner')),
  });
}

function countClauses(cadence: Cadence, { t, language }: Spoken): string[] {
  const { occasions, rhythm } = cadence;
  const [first] = occasions;
  if (!first) {
    return [t('sentence.none', { date: formatDay(cadence.asOfDay, language, 'long') })];
  }
  if (!rhythm) return [oneClause(first, { t, language })];
  const { longest } = rhythm;
  const length = lengthWords(longest.days, t);
  const span = spanWords(longest.from.day, longest.to.day, language);
  if (occasions.length === 2) return [t('sentence.two', { length, span })];
  const year = yearText(civilOf(first.day).year, language);
  const mean = lengthWords(rhythm.meanDays, t);
  const median = lengthWords(rhythm.medianDays, t);
  return [
    t('sentence.many', { count: occasions.length, year, mean, median }),
    t('sentence.longest', { length, span }),
  ];
}

function oneClause({ minDay, maxDay }: StartRange, { t, language }: Spoken): string {
  const [first, last] = [minDay, maxDay].map((day) => formatDay(day, language, 'long'));
  if (minDay === maxDay) return t('sentence.one', { when: first });
  return t('sentence.oneRange', { first, last });
}

function silenceClauses(cadence: Cadence, { t, language }: Spoken): string[] {
  const { silence, throughDay, asOfDay } = cadence;
  if (!silence) return [];
  if (silence.days === 0) return [t('sentence.sinceNow')];
  const length = lengthWords(silence.days, t);
  const isCut = throughDay < asOfDay;
  const key = `since${isCut ? 'End' : ''}${silence.isLongest ? 'Longest' : ''}` as const;
  const date = formatDay(throughDay, language, 'long');
  const overdue = silence.overdueDays ?? 0;
  return [
    t(`sentence.${key}`, { length, date }),
    ...(overdue > 0 ? [t('sentence.overdue', { length: lengthWords(overdue, t) })] : []),
  ];
}

function nextClauses({ next }: Cadence, when: string | undefined, t: CadenceT): string[] {
  if (!next || when === undefined) return [t('sentence.noNext')];
  return [t(`sentence.next.${next.status}`, { when })];
}

/** The words of the strip; the subject as `subjectWords` gives it. */
export function stripWords(
  cadence: Pick<Cadence, 'throughDay' | 'asOfDay'>,
  subject: string,
  t: CadenceT,
): CadenceWords {
  const key = cadence.throughDay < cadence.asOfDay ? 'strip.silenceEnd' : 'strip.silence';
  return {
    title: t('strip.title', { subject }),
    lengthOf: (days) => lengthWords(days, t),
    silenceOf: (days) => t(key, { length: lengthWords(days, t) }),
  };
}

/** With a capital where the language has them. */
export function capital(text: string, language: Language): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}
