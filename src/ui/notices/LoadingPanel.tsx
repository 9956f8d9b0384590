import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownAddress } from '../../state/local-file';
import { useAppState, useAppStore } from '../app-store';
import controls from '../shell/controls.module.css';
import styles from './LoadingPanel.module.css';
import { roundedLeft } from './time-left';
import { type LoadFigures, useLoadFigures } from './use-load-figures';

/** How far the reading of a large file is, with a button that stops it; and what a screen reader is told of it. */
export function LoadingPanel() {
  const store = useAppStore();
  const loading = useAppState((state) => state.loading);
  const figures = useLoadFigures();
  const said = useAnnouncement(loading, figures);
  const cancel = () => store.getState().stopLoading();
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {loading !== undefined && figures && (
        <Panel name={fileName(loading)} figures={figures} onCancel={cancel} />
      )}
    </>
  );
}

interface PanelProps {
  readonly name: string;
  readonly figures: LoadFigures;
  readonly onCancel: () => void;
}

function Panel({ name, figures, onCancel }: PanelProps) {
  const { t } = useTranslation('large');
  const words = useFigureWords(figures);
  const cancelOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    onCancel();
  };
  const { percent } = figures;
  return (
    <div className={styles.place}>
      <div className={styles.panel}>
        <div className={styles.words}>
          <p className={styles.name}>{t('progress.title', { name })}</p>
          <p className={styles.figures}>{words}</p>
        </div>
        <button
          type="button"
          className={controls.button}
          onClick={onCancel}
          onKeyDown={cancelOnEscape}
        >
          {t('progress.cancel')}
        </button>
        <div
          className={styles.track}
          role="progressbar"
          aria-label={t('progress.title', { name })}
          aria-valuetext={words}
          {...(percent !== undefined && { 'aria-valuenow': percent })}
        >
          {percent === undefined ? (
            <div className={styles.running} />
          ) : (
            <div className={styles.bar} style={{ transform: `scaleX(${percent / 100})` }} />
          )}
        </div>
      </div>
    </div>
  );
}

/** "312,000 events · 41 % · about 20 s left", as far as each is known. */
function useFigureWords({ events, percent, secondsLeft }: LoadFigures): string {
  const { t } = useTranslation('large');
  const words: string[] = [];
  if (events > 0) words.push(t('progress.events', { count: events }));
  if (percent !== undefined && percent < 100) words.push(t('progress.share', { percent }));
  if (percent === 100) words.push(t('progress.finishing'));
  else if (secondsLeft !== undefined) {
    const { unit, count } = roundedLeft(secondsLeft);
    words.push(t(`progress.${unit}`, { count }));
  }
  return words.join(t('progress.join'));
}

/** The start, the half and the end of a load, each once. Empty at first: a live region tells only of changes. */
function useAnnouncement(loading: string | undefined, figures: LoadFigures | undefined): string {
  const { t } = useTranslation('large');
  const shown = useAppState((state) => state.datasetAddress);
  const [last, setLast] = useState<string>();
  if (loading !== undefined && figures && last !== loading) setLast(loading);
  const isUnderWay = loading === last && figures !== undefined;
  const isHalf = (figures?.percent ?? 0) >= 50;
  const underWay = isHalf ? 'progress.half' : 'progress.title';
  const over = shown === last ? 'progress.done' : 'progress.stopped';
  const words = last === undefined ? '' : t(isUnderWay ? underWay : over, { name: fileName(last) });
  return useDeferredValue(words, '');
}

/** The last part of an address, readable. */
function fileName(address: string): string {
  const path = shownAddress(address).replace(/[?#].*$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1) || path;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
