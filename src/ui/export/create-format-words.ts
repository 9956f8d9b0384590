import type { TFunction } from 'i18next';
import type { FormatWords } from '../../formats/format-words';

/** The words of files of data in the language of `t`; it needs `formats`, `export` and `vocabulary`. */
export function createFormatWords(t: TFunction): FormatWords {
  return {
    kind: (kind) => t(`vocabulary:kinds.${kind}`),
    status: (status) => t(`vocabulary:statuses.${status}`),
    statusAndDate: (status, date) =>
      t('export:slide.statusAndDate', { status: t(`vocabulary:statuses.${status}`), date }),
    notConfirmed: (date) => t('export:slide.notConfirmed', { date }),
    dateAndTime: (date, time) => t('formats:dateAndTime', { date, time }),
    dateNotExact: t('export:slide.dateNotExact'),
    inexactTitle: (title, date) => t('formats:inexactTitle', { title, date }),
    sources: t('export:slide.sources'),
    source: (publisher, date) =>
      date === '' ? publisher : t('export:slide.source', { publisher, date }),
    sourceWithOrigin: (title, origin) => t('formats:sourceWithOrigin', { title, origin }),
    readAsOf: (id, date) => t('export:slide.readAsOf', { id, date }),
    openStart: t('formats:openStart'),
    noEvents: t('export:slide.noEvents'),
    citeDataset: (cited) => t('formats:citeDataset', { ...cited }),
    citeEvent: (cited) => t('formats:citeEvent', { ...cited }),
  };
}
