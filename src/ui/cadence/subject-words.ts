import type { TFunction } from 'i18next';
import type { Dataset } from '../../model/dataset';
import { textIn } from '../../model/text';
import type { Filter } from '../../query/filter';
import { activeFiltersOf } from '../../state/active-filters';
import type { Language } from '../../state/state';

interface SubjectOf {
  readonly t: TFunction<'cadence'>;
  readonly language: Language;
  readonly dataset: Pick<Dataset, 'actors'>;
  readonly countryName: (code: string) => string;
}

/** British English: no comma before the last. */
const LOCALES = { en: 'en-GB', ja: 'ja' } as const;
/** More are counted, not named. */
const MOST_NAMED = 3;

/** What a filter leaves, as the subject of a sentence: “meetings with Joe Biden or Fumio Kishida tagged g7”. */
export function subjectWords(filter: Filter, of: SubjectOf): string {
  const { t, language, dataset, countryName } = of;
  const { kinds, tags, actors, countries } = filter;
  const names = [
    ...actors.map((id) => textIn(dataset.actors.get(id)?.name ?? id, language).text),
    ...countries.map(countryName),
  ];
  const kindWords = kinds.map((kind) => t(`kinds.${kind}`));
  const own = new Set<string>(['kinds', 'tags', 'actors', 'countries']);
  const hasOthers = activeFiltersOf(filter).some(({ field }) => !own.has(field));
  const list = (words: readonly string[], type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(LOCALES[language], { type }).format(shortened(words, t));
  return t('subject.whole', {
    kinds: kinds.length > 0 ? list(kindWords, 'conjunction') : t('subject.all'),
    who: names.length > 0 ? t('subject.who', { who: list(names, 'disjunction') }) : '',
    tags: tags.length > 0 ? t('subject.tags', { tags: list(tags, 'disjunction') }) : '',
    further: hasOthers ? t('subject.further') : '',
  });
}

function shortened(words: readonly string[], t: TFunction<'cadence'>): readonly string[] {
  if (words.length <= MOST_NAMED + 1) return words;
  const count = words.length - MOST_NAMED;
  return [...words.slice(0, MOST_NAMED), t('subject.others', { count })];
}
