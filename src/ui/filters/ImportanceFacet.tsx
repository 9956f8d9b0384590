import { memo, useCallback, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Importance } from '../../model/dataset';
import { useAppState, useAppStore } from '../app-store';
import { shortCountText } from '../count-text';
import styles from './ImportanceFacet.module.css';
import { Section } from './Section';
import type { RailFacts } from './use-rail-facts';

const LEVELS: readonly Importance[] = [1, 2, 3, 4, 5];
/** As marks are drawn: VISUAL.md, section 4. */
const RADIUS_PX = [2.75, 3.5, 4.5, 6, 7.5] as const;
const GAP_PX = 40;
const EDGE_PX = 8;

/** A range over five stops; each stop is a mark of that importance with its count. */
export function ImportanceFacet({ facts }: { readonly facts: RailFacts }) {
  const { t } = useTranslation('filters');
  const store = useAppStore();
  const language = useAppState((state) => state.language);
  const chosen = useAppState((state) => state.filter.importance);
  const [drag, setDrag] = useState<readonly number[]>();
  const [low = 1, high = 5] = drag ?? chosen;
  const choose = useCallback(
    ([first = 1, last = 5]: readonly number[]) => {
      setDrag(undefined);
      store.getState().changeFilter({ importance: [first as Importance, last as Importance] });
    },
    [store],
  );
  return (
    <Section title={t('importance')} aside={t('range', { low, high })}>
      <Range low={low} high={high} onDrag={setDrag} onChoose={choose} />
      <ol className={styles.counts}>
        {LEVELS.map((level) => {
          const count = facts.counts.importance[level] ?? 0;
          return (
            <li key={level} data-empty={count === 0 || undefined}>
              <span aria-hidden="true">{shortCountText(count, language)}</span>
              <span className="visually-hidden">{t('stop', { count, level })}</span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

interface RangeProps {
  readonly low: number;
  readonly high: number;
  readonly onDrag: (range: readonly number[]) => void;
  readonly onChoose: (range: readonly number[]) => void;
}

// New counts beside it are not its concern.
const Range = memo(({ low, high, onDrag, onChoose }: RangeProps) => {
  const { t } = useTranslation('filters');
  return (
    <Slider
      className={styles.slider ?? ''}
      aria-label={t('importance')}
      minValue={1}
      maxValue={5}
      step={1}
      value={[low, high]}
      onChange={onDrag}
      onChangeEnd={onChoose}
    >
      <Stops low={low} high={high} />
      <SliderTrack className={styles.track ?? ''}>
        <SliderThumb className={styles.thumb ?? ''} index={0} aria-label={t('least')} />
        <SliderThumb className={styles.thumb ?? ''} index={1} aria-label={t('most')} />
      </SliderTrack>
    </Slider>
  );
});

function xOf(level: number): number {
  return EDGE_PX + (level - 1) * GAP_PX;
}

function Stops({ low, high }: { readonly low: number; readonly high: number }) {
  return (
    <svg className={styles.stops} width={176} height={20} aria-hidden="true" focusable="false">
      <path d={`M${xOf(1)} 10H${xOf(5)}`} className={styles.line} />
      <path d={`M${xOf(low)} 10H${xOf(high)}`} className={styles.chosenLine} />
      {LEVELS.map((level) => (
        <circle
          key={level}
          cx={xOf(level)}
          cy={10}
          r={RADIUS_PX[level - 1]}
          className={level >= low && level <= high ? styles.inside : styles.outside}
        />
      ))}
    </svg>
  );
}
