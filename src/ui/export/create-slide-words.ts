import type { TFunction } from 'i18next';
import type { SlideWords } from '../../scene/slide-words';

/** The slide's words in the language of `t`, which reads the namespace `export`. */
export function createSlideWords(
  t: TFunction<'export'>,
  /** On whose calendar timed events are told; undefined for the places' own. */
  calendarOf: string | undefined,
): SlideWords {
  return {
    asOf: (date) => t('slide.asOf', { date }),
    recordEnds: (date) => t('slide.recordEnds', { date }),
    status: (status) => t(`statuses.${status}`, { ns: 'vocabulary' }),
    statusAndDate: (status, date) =>
      t('slide.statusAndDate', { status: t(`slide.statuses.${status}`), date }),
    notConfirmed: (date) => t('slide.notConfirmed', { date }),
    dateNotExact: t('slide.dateNotExact'),
    noSource: t('slide.noSource'),
    noEvents: t('slide.noEvents'),
    sources: t('slide.sources'),
    sourcesNote: t('slide.sourcesNote'),
    source: (publisher, date) => (date ? t('slide.source', { publisher, date }) : publisher),
    relation: (rel) => t(`relationInText.${rel}`, { ns: 'timeline' }),
    page: (number, count) => t('slide.page', { number, count }),
    runOn: (count) => t('slide.runOn', { count }),
    inFull: t('slide.inFull'),
    chronology: t('slide.chronology'),
    legend: t('slide.legend'),
    // The product's own name is the same in every language.
    wordmark: t('name', { ns: 'shell' }),
    readAsOf: (id, date) =>
      calendarOf === undefined
        ? t('slide.readAsOf', { id, date })
        : t('slide.readOnCalendar', { id, date, place: calendarOf }),
    stamp: (asOf, exported) =>
      exported ? t('slide.stamp', { asOf, exported }) : t('slide.asOf', { date: asOf }),
  };
}
