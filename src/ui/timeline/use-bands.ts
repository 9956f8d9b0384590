import type { i18n as I18n } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { beginBusy } from '../../io/document-signals';
import type { Language, State } from '../../state/state';
import { useAppState } from '../app-store';
import type { MakeBand } from './picture-source';
import type { TimelineController } from './timeline-controller';

/** Puts the strips that are switched on over and under the lanes; their code comes with the first of them. */
export function useBands(controller: TimelineController | undefined): void {
  const { i18n } = useTranslation();
  const language = useAppState((state) => state.language);
  const hasTenor = useAppState((state) => state.tenor);
  const hasCadence = useAppState((state) => state.cadence);
  useEffect(() => {
    if (!controller) return;
    if (!hasTenor && !hasCadence) {
      controller.setBands([]);
      return;
    }
    let isOver = false;
    const bring = async () => {
      const end = beginBusy();
      try {
        const shown = { tenor: hasTenor, cadence: hasCadence, language };
        const bands = await bringBands(i18n, shown, controller.redraw);
        if (!isOver) controller.setBands(bands);
      } catch {
        // The picture stands without them.
      }
      end();
    };
    void bring();
    return () => {
      isOver = true;
    };
  }, [controller, hasTenor, hasCadence, language, i18n]);
}

/** What makes the strips that are switched on. With `onChange` they may come piece by piece, which it is told of. */
export async function bringBands(
  words: I18n,
  { tenor, cadence, language }: Pick<State, 'tenor' | 'cadence' | 'language'>,
  onChange?: () => void,
): Promise<readonly MakeBand[]> {
  const bands = await Promise.all([
    tenor ? bringTenor(words, language, onChange) : [],
    cadence ? bringCadence(words, language) : [],
  ]);
  return bands.flat();
}

async function bringTenor(
  words: I18n,
  language: Language,
  onChange: (() => void) | undefined,
): Promise<MakeBand> {
  const [{ createTenorBand }] = await Promise.all([
    import('../tenor/tenor-band'),
    import('../tenor/tenor-messages'),
  ]);
  return createTenorBand(words.getFixedT(language, 'tenor'), onChange);
}

async function bringCadence(words: I18n, language: Language): Promise<MakeBand> {
  const [{ createCadenceBand }] = await Promise.all([
    import('../cadence/cadence-band'),
    import('../cadence/cadence-messages'),
  ]);
  return createCadenceBand(words.getFixedT(language, 'cadence'));
}
