import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { capitalOf } from '../../model/capitals';
import { textIn } from '../../model/text';
import type { LaneWords, TimelineWords } from '../../scene/timeline-input';
import type { Language } from '../../state/state';
import { formatDay } from '../../time/date-text';
import { countryName } from '../country-name';

/** The picture's words in the language of the page; the same object until that changes. */
export function useSceneWords(language: Language): TimelineWords {
  const { t } = useTranslation('timeline', { lng: language });
  const laneOf = useLaneWords(language);
  return useMemo(
    () => ({
      statusOf: (status) => t(`statusInText.${status}`),
      notConfirmed: t('notConfirmed'),
      asOf: (day) => t('asOf', { date: formatDay(day, language, 'long') }),
      aheadNote: t('aheadNote'),
      recordEnds: (day) => t('recordEnds', { date: formatDay(day, language, 'long') }),
      emptyLane: t('empty'),
      laneOf,
      noPlace: t('noPlace'),
      relationOf: (rel) => t(`relationInText.${rel}`),
    }),
    [t, language, laneOf],
  );
}

/** What stands in the head of a lane that the dataset has no name for, by the lane's id. */
export function useLaneWords(language: Language): TimelineWords['laneOf'] {
  const { t } = useTranslation('timeline', { lng: language });
  return useMemo(
    () => (id: string) => {
      const [kind = '', value = ''] = split(id);
      return laneWords(t, kind, value, language);
    },
    [t, language],
  );
}

function split(id: string): [string, string] | [] {
  const at = id.indexOf(':');
  return at < 0 ? [] : [id.slice(0, at), id.slice(at + 1)];
}

function laneWords(
  t: TFunction<'timeline'>,
  kind: string,
  value: string,
  language: Language,
): LaneWords | undefined {
  switch (kind) {
    case 'kind':
      return { name: t(`vocabulary:kinds.${value}`) };
    case 'tag':
      return { name: value };
    case 'country':
      return { name: countryName(value, language, t) };
    case 'capital':
      return capitalWords(t, value, language);
    case 'rest':
      return { name: t(`lane.rest.${value}`) };
    default:
      return undefined;
  }
}

/** “Tokyo, and elsewhere in Japan”; the country alone where its capital is not known here. */
function capitalWords(t: TFunction<'timeline'>, value: string, language: Language): LaneWords {
  if (value === 'elsewhere') return { name: t('lane.elsewhere') };
  const country = countryName(value, language, t);
  const capital = capitalOf(value);
  if (!capital) return { name: country };
  return {
    name: textIn(capital.name, language).text,
    note: t('lane.elsewhereIn', { country: t(`lane.in.${value}`, { defaultValue: country }) }),
  };
}
