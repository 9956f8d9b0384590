import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import { Later } from '../Later';
import styles from './RailPlace.module.css';

// Apart from the first chunk: the picture does not wait for the rail, and a phone never needs it.
const FilterRail = lazy(async () => ({ default: (await import('./FilterRail')).FilterRail }));
const FoldedRail = lazy(async () => ({ default: (await import('./FoldedRail')).FoldedRail }));

interface RailPlaceProps {
  readonly isNarrow: boolean;
  readonly onOpenSheet: () => void;
}

/** The filters beside the timeline: whole, folded by choice, or folded for lack of room and then opened as a sheet. */
export function RailPlace({ isNarrow, onOpenSheet }: RailPlaceProps) {
  const { t } = useTranslation('filters');
  const isFolded = useAppState((state) => state.railFolded);
  const setRailFolded = useAppState((state) => state.setRailFolded);
  const isWhole = !isNarrow && !isFolded;
  return (
    <section className={isWhole ? styles.whole : styles.folded} aria-label={t('label')}>
      <Later>
        {isWhole ? (
          <FilterRail onFold={() => setRailFolded(true)} />
        ) : (
          <FoldedRail onUnfold={isNarrow ? onOpenSheet : () => setRailFolded(false)} />
        )}
      </Later>
    </section>
  );
}
