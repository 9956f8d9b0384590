import type { TFunction } from 'i18next';
import { capitalOf } from '../../model/capitals';
import { textIn } from '../../model/text';
import type { LaneWords, TimelineWords } from '../../scene/timeline-input';
import type { Language } from '../../state/state';
import { countryName } from '../country-name';

/** What stands in the head of a lane that the dataset has no name for, by the lane's id. */
export function createLaneWords(
  t: TFunction<'timeline'>,
  language: Language,
): TimelineWords['laneOf'] {
  return (id) => {
    const [kind = '', value = ''] = split(id);
    return laneWords(t, kind, value, language);
  };
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
