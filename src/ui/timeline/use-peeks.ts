import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { beginBusy } from '../../io/document-signals';
import type { EventState } from '../../model/dataset';
import { textIn } from '../../model/text';
import { formatEdtf } from '../../time/date-text';
import { useAppState } from '../app-store';
import type { TimelineController } from './timeline-controller';

/** Has what came of forecasts drawn, pale, where the reader looks back from a day and asks for it. */
export function usePeeks(controller: TimelineController | undefined): void {
  const { t } = useTranslation('timeline');
  const language = useAppState((state) => state.language);
  const isAsked = useAppState((state) => state.showLater && state.asOf !== undefined);
  useEffect(() => {
    if (!controller || !isAsked) return;
    let isOver = false;
    const wordsOf = (outcome: EventState) => {
      const { status, place } = outcome;
      const date = formatEdtf(outcome.date, language, 'short');
      const said = { status: t(`vocabulary:statuses.${status}`), date };
      const where = place && textIn(place.name, language).text;
      return {
        text: where === undefined ? t('peek.on', said) : t('peek.at', { ...said, place: where }),
        lang: language,
        note: t('peek.note'),
        noteLang: language,
      };
    };
    const bring = async () => {
      const end = beginBusy();
      try {
        const { createPeeks } = await import('../../scene/timeline-peeks');
        if (!isOver) controller.setPeeks(createPeeks(wordsOf));
      } catch {
        // The panel tells it in words.
      }
      end();
    };
    void bring();
    return () => {
      isOver = true;
      controller.setPeeks(undefined);
    };
  }, [controller, isAsked, language, t]);
}
