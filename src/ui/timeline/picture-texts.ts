import type { Dataset } from '../../model/dataset';
import { LINK_RELATIONS, STATUSES } from '../../model/dataset';
import { textIn, textOther } from '../../model/text';
import { USUAL_DOMAINS } from '../../model/usual-domains';
import type { TimelineWords } from '../../scene/timeline-input';
import type { Language } from '../../state/state';

/** Letters that dates may need beyond the texts of a dataset; eras stand beside years in English too. */
const ERA_LETTERS = '0123456789年明治大正昭和平成令元–';
const DATE_LETTERS = {
  en: ERA_LETTERS,
  ja: `${ERA_LETTERS}月日週曜時紀前世頃春夏秋冬半期上下四第末以降〜・（）`,
} as const;

/** All that a picture of a dataset may write in a language, so that its fonts can be fetched before it is measured. */
export function pictureTexts(
  dataset: Dataset | undefined,
  language: Language,
  words: TimelineWords,
): readonly string[] {
  const texts = new Set<string>([
    DATE_LETTERS[language],
    words.aheadNote,
    words.notConfirmed,
    words.emptyLane,
    words.asOf(0),
    words.recordEnds(0),
    ...STATUSES.map(words.statusOf),
    ...LINK_RELATIONS.map(words.relationOf),
  ]);
  // Most datasets have these, so before there is one their fonts are fetched already.
  for (const domain of dataset?.domains ?? USUAL_DOMAINS) {
    texts.add(textIn(domain.name, language).text);
    texts.add(textOther(domain.name, language)?.text ?? '');
  }
  if (dataset?.packed) return [...texts, dataset.packed.letters[language]];
  for (const event of dataset?.events ?? []) {
    for (const state of event.states) {
      texts.add(textIn(state.title, language).text);
      if (state.place) texts.add(textIn(state.place.name, language).text);
    }
  }
  return [...texts];
}
