import type { i18n as I18n } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { beginBusy } from '../../io/document-signals';
import type { Language } from '../../state/state';
import { useAppState } from '../app-store';
import type { MakeBand } from './picture-source';
import type { TimelineController } from './timeline-controller';

/** Puts the strips that are switched on over and under the lanes; their code comes with the first of them. */
export function useBands(controller: TimelineController | undefined): void {
  const { t, i18n } = useTranslation();
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
        const bands = await Promise.all([
          hasTenor ? bringTenor(i18n, language) : [],
          hasCadence ? bringCadence(i18n, language) : [],
        ]);
        if (!isOver) controller.setBands(bands.flat());
      } catch {
        // The picture stands without them.
      }
      end();
    };
    void bring();
    return () => {
      isOver = true;
    };
    // `t` changes with the words that have come.
  }, [controller, hasTenor, hasCadence, language, i18n, t]);
}

async function bringTenor(words: I18n, language: Language): Promise<MakeBand> {
  const { createTenorBand } = await import('../tenor/tenor-band');
  return createTenorBand(words.getFixedT(language, 'tenor'));
}

async function bringCadence(words: I18n, language: Language): Promise<MakeBand> {
  const { createCadenceBand } = await import('../cadence/cadence-band');
  return createCadenceBand(words.getFixedT(language, 'cadence'));
}
