import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineWords } from '../../scene/timeline-input';
import type { Language } from '../../state/state';
import { formatDay } from '../../time/date-text';
import type { Day } from '../../time/day';
import { createLaneWords } from './lane-words';

/** The picture's words in the language of the page; the same object until that changes. */
export function useSceneWords(language: Language): TimelineWords {
  const { t } = useTranslation('timeline', { lng: language });
  return useMemo(
    () => ({
      statusOf: (status) => t(`statusInText.${status}`),
      notConfirmed: t('notConfirmed'),
      asOf: dated(t('asOf', { date: DATE_PLACE }), language),
      aheadNote: t('aheadNote'),
      recordEnds: dated(t('recordEnds', { date: DATE_PLACE }), language),
      emptyLane: t('empty'),
      laneOf: createLaneWords(t, language),
      noPlace: t('noPlace'),
      relationOf: (rel) => t(`relationInText.${rel}`),
    }),
    [t, language],
  );
}

const DATE_PLACE = '\uE000';

/** Written many times a second while the as-of line is dragged: the catalogue is asked once. */
function dated(words: string, language: Language): (day: Day) => string {
  const [before = '', after = ''] = words.split(DATE_PLACE);
  return (day) => before + formatDay(day, language, 'long') + after;
}
