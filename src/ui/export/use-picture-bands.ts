import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureText } from '../../scene/scene';
import type { Band } from '../../scene/timeline-input';
import { useAppState, useAppStore } from '../app-store';
import type { MakeBand } from '../timeline/picture-source';
import { bringBands } from '../timeline/use-bands';
import { useMatching, useTable } from '../use-derived';

const NONE: readonly MakeBand[] = [];

/** The strips over and under the lanes that the screen shows; undefined where it shows none. */
export function usePictureBands(): ((measure: MeasureText) => readonly Band[]) | undefined {
  const { i18n } = useTranslation('export');
  const store = useAppStore();
  const table = useTable();
  const matching = useMatching();
  const tenor = useAppState((state) => state.tenor);
  const cadence = useAppState((state) => state.cadence);
  const language = useAppState((state) => state.language);
  const [makers, setMakers] = useState(NONE);
  useEffect(() => {
    let isOver = false;
    const bring = async () => {
      const brought = await bringBands(i18n, { tenor, cadence, language });
      if (!isOver) setMakers(brought);
    };
    // Without their code the picture goes without the strips.
    bring().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [i18n, tenor, cadence, language]);
  return useMemo(() => {
    if (!table || !matching || makers.length === 0) return undefined;
    return (measure) =>
      makers.flatMap((make) => make(store.getState(), { table, matching, measure }) ?? []);
  }, [makers, store, table, matching]);
}
