import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import { countText } from '../count-text';
import controls from '../shell/controls.module.css';
import styles from './Rail.module.css';

export interface ChipItem<T extends string> {
  readonly id: T;
  readonly name: string;
  readonly count: number;
}

interface ChipListProps<T extends string> {
  readonly items: readonly ChipItem<T>[];
  readonly chosen: readonly T[];
  readonly shownCount: number;
  readonly onToggle: (id: T) => void;
}

/** So many more come with each press: a large dataset may have thousands. */
const STEP = 48;

/** Toggles, the most frequent first; the chosen ones always among those shown. */
export function ChipList<T extends string>({
  items,
  chosen,
  shownCount,
  onToggle,
}: ChipListProps<T>) {
  const { t } = useTranslation('filters');
  const language = useAppState((state) => state.language);
  const [most, setMost] = useState(shownCount);
  const sorted = items.toSorted((a, b) => b.count - a.count);
  const shown = sorted.filter(({ id }, index) => index < most || chosen.includes(id));
  const hiddenCount = sorted.length - shown.length;
  return (
    <div className={styles.chips}>
      {shown.map(({ id, name, count }) => (
        <button
          key={id}
          type="button"
          className={styles.chip}
          data-empty={count === 0 || undefined}
          aria-pressed={chosen.includes(id)}
          onClick={() => onToggle(id)}
        >
          {name} <span className={styles.chipCount}>{countText(count, language)}</span>
        </button>
      ))}
      {(hiddenCount > 0 || most > shownCount) && (
        <button
          type="button"
          className={hiddenCount > 0 ? styles.chip : controls.link}
          onClick={() => setMost(hiddenCount > 0 ? most + STEP : shownCount)}
        >
          {hiddenCount > 0 ? t('more', { count: hiddenCount }) : t('fewer')}
        </button>
      )}
    </div>
  );
}
