import type { TFunction } from 'i18next';
import type { Change } from '../../model/changes';
import type { EventState } from '../../model/dataset';
import { type DayGap, isOtherPlace } from '../../model/outcome';
import { type LanguageText, textIn } from '../../model/text';
import type { Language } from '../../state/state';
import { formatEdtf } from '../../time/date-text';

export interface ChangeWords {
  /** Of the event as it is known after the change. */
  readonly title: LanguageText;
  /** What became of it: “came about as said (scheduled, 18 August 2023)”. */
  readonly what: string;
}

export interface Telling {
  readonly t: TFunction;
  readonly language: Language;
}

/** A change in words, but for its day. */
export function changeWords(change: Change, telling: Telling): ChangeWords {
  const title = textIn(change.after.title, telling.language);
  return { title, what: withPlace(whatOf(change, telling), change, telling) };
}

/** Title and what became of it in one sentence. */
export function changeSentence(change: Change, telling: Telling): string {
  const { title, what } = changeWords(change, telling);
  return telling.t('changes:inWords', { title: title.text, what });
}

function whatOf({ kind, before, after, verdict }: Change, telling: Telling): string {
  const { t, language } = telling;
  const now = statementWords(after, telling);
  if (kind === 'due') return t('changes:kind.due', { now });
  if (!before) {
    const isAhead = after.status !== 'happened';
    return isAhead ? t('changes:kind.addedAhead', { now }) : t('changes:kind.added');
  }
  const was = statementWords(before, telling);
  switch (kind) {
    case 'fulfilled': {
      const gap = verdict?.gap;
      if (verdict?.outcome === 'later' && gap) {
        return t('changes:kind.later', { was, days: daysWords(gap, t) });
      }
      if (verdict?.outcome === 'earlier' && gap) {
        return t('changes:kind.earlier', { was, days: daysWords(gap, t) });
      }
      return t('changes:kind.asSaid', { was });
    }
    case 'lapsed':
      return after.status === 'cancelled'
        ? t('changes:kind.cancelled', { was })
        : t('changes:kind.lapsed', { was });
    case 'status':
      return t('changes:kind.status', { now, was });
    case 'rescheduled':
      return t('changes:kind.rescheduled', { when: formatEdtf(after.date, language, 'long'), was });
    case 'relocated':
      return t('changes:kind.relocated', placesOf(before, after, language));
    case 'added':
    case 'revised':
      return revisedWords(before, after, telling);
  }
}

/** A fulfilment, and a new date, may bring another place besides. */
function withPlace(what: string, { kind, before, after }: Change, telling: Telling): string {
  const tells = kind === 'fulfilled' || kind === 'rescheduled' || kind === 'status';
  if (!tells || !before || !isOtherPlace(before.place, after.place)) return what;
  return telling.t('changes:moved', { what, ...placesOf(before, after, telling.language) });
}

function placesOf(before: EventState, after: EventState, language: Language) {
  return {
    place: textIn(after.place?.name ?? '', language).text,
    saidPlace: textIn(before.place?.name ?? '', language).text,
  };
}

function revisedWords(before: EventState, after: EventState, { t, language }: Telling): string {
  const former = textIn(before.title, language).text;
  const isSame = former === textIn(after.title, language).text;
  return isSame ? t('changes:kind.revised') : t('changes:kind.retitled', { before: former });
}

/** “possible, June – July 2023”. */
export function statementWords({ status, date }: EventState, { t, language }: Telling): string {
  const when = formatEdtf(date, language, 'long');
  return t('changes:said', { status: t(`changes:statuses.${status}`), when });
}

/** “18 days”, “3 to 33 days”, whichever way they point. */
export function daysWords({ minDays, maxDays }: DayGap, t: TFunction): string {
  const [min = 0, max = 0] = [Math.abs(minDays), Math.abs(maxDays)].toSorted((a, b) => a - b);
  return min === max ? t('changes:days', { count: min }) : t('changes:daysRange', { min, max });
}
