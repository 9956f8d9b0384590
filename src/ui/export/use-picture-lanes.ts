import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../model/text';
import { holds } from '../../query/row-set';
import { laneSets } from '../../scene/lane-sets';
import type { SlideGroup } from '../../scene/slide-input';
import { useAppState } from '../app-store';
import { createLaneWords } from '../timeline/lane-words';
import { useMatching, useTable } from '../use-derived';

/** The lanes of the picture on screen, for rows of it; undefined where these are the domains or one for all. */
export function usePictureLanes(): ((rows: Uint32Array) => readonly SlideGroup[]) | undefined {
  const table = useTable();
  const matching = useMatching();
  const grouping = useAppState((state) => state.grouping);
  const filter = useAppState((state) => state.filter);
  const language = useAppState((state) => state.language);
  const { t } = useTranslation('timeline');
  const wordsOf = useMemo(() => createLaneWords(t, language), [t, language]);
  return useMemo(() => {
    if (!table || !matching || grouping === 'domain' || grouping === 'none') return undefined;
    const lanes = laneSets({ table, matching, grouping, filter });
    return (rows) =>
      lanes.map(({ id, name, set }) => {
        const own = Array.from(rows).filter((row) => holds(set, row));
        if (name !== undefined) {
          const { text, lang } = textIn(name, language);
          return { id, name: text, lang, rows: own };
        }
        const words = wordsOf(id);
        const whole = [words?.name, words?.note].filter(Boolean).join(' ');
        return { id, name: whole, lang: language, rows: own };
      });
  }, [table, matching, grouping, filter, language, wordsOf]);
}
