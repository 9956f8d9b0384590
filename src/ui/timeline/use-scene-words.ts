import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineWords } from '../../scene/timeline-input';
import type { Language } from '../../state/state';
import { formatDay } from '../../time/date-text';
import { createLaneWords } from './lane-words';

/** The picture's words in the language of the page; the same object until that changes. */
export function useSceneWords(language: Language): TimelineWords {
  const { t } = useTranslation('timeline', { lng: language });
  return useMemo(
    () => ({
      statusOf: (status) => t(`statusInText.${status}`),
      notConfirmed: t('notConfirmed'),
      asOf: (day) => t('asOf', { date: formatDay(day, language, 'long') }),
      aheadNote: t('aheadNote'),
      recordEnds: (day) => t('recordEnds', { date: formatDay(day, language, 'long') }),
      emptyLane: t('empty'),
      laneOf: createLaneWords(t, language),
      noPlace: t('noPlace'),
      relationOf: (rel) => t(`relationInText.${rel}`),
    }),
    [t, language],
  );
}
