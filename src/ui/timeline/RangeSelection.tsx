import { useTranslation } from 'react-i18next';
import { projectionOf } from '../../scene/projection';
import { formatSpan } from '../../time/date-text';
import { useAppState } from '../app-store';
import styles from './Timeline.module.css';
import type { SettledPicture, TimelineController } from './timeline-controller';

interface RangeSelectionProps {
  readonly controller: TimelineController;
  readonly settled: SettledPicture;
  readonly onExport: () => void;
}

/** The range picked by a Shift-drag, and what can be done with it. */
export function RangeSelection({ controller, settled, onExport }: RangeSelectionProps) {
  const { t } = useTranslation('timeline');
  const range = useAppState((state) => state.rangeSelection);
  const selectRange = useAppState((state) => state.selectRange);
  const language = useAppState((state) => state.language);
  if (!range) return null;
  const { view, widthPx } = settled;
  const { xOf } = projectionOf(view, widthPx);
  const left = Math.max(-2, xOf(range.startDay));
  const right = Math.min(widthPx + 2, xOf(range.endDay));
  const days = { firstDay: range.startDay, lastDay: range.endDay - 1 };
  return (
    <>
      {right > left && <div className={styles.range} style={{ left, width: right - left }} />}
      <div
        className={styles.rangeBar}
        role="group"
        aria-label={`${t('range.label')}: ${formatSpan(days, language, 'title')}`}
        style={{ left: Math.max(8, Math.min(left, widthPx - 360)) }}
      >
        <button
          type="button"
          onClick={() => {
            controller.travel(range);
            selectRange(undefined);
          }}
        >
          {t('range.zoom')}
        </button>
        <button
          type="button"
          onClick={(event) => {
            // Safari gives no focus to a button that is pressed: the dialog could not give it back.
            event.currentTarget.focus();
            onExport();
          }}
        >
          {t('range.export')}
        </button>
        <button type="button" onClick={() => selectRange(undefined)}>
          {t('range.clear')}
        </button>
      </div>
    </>
  );
}
