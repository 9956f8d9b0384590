import { lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import { Later } from '../Later';
import styles from './LoadingBar.module.css';

const LoadingPanel = lazy(async () => ({ default: (await import('./LoadingPanel')).LoadingPanel }));

const DELAY_MS = 400;

/** A thin bar while a dataset is being loaded, once that takes longer than a moment; of a large one, a panel. */
export function LoadingBar() {
  const loading = useAppState((state) => state.loading);
  const isLarge = useAppState((state) => state.progress !== undefined);
  const [wasLarge, setWasLarge] = useState(isLarge);
  if (isLarge && !wasLarge) setWasLarge(true);
  return (
    <>
      {loading !== undefined && !isLarge && <DelayedBar key={loading} />}
      {/* Stays, since it also tells of the end. */}
      {wasLarge && (
        <Later>
          <LoadingPanel />
        </Later>
      )}
    </>
  );
}

function DelayedBar() {
  const { t } = useTranslation('notices');
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLate(true);
    }, DELAY_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isLate) return null;
  return (
    <section aria-label={t('loading')}>
      <div className={styles.track} role="progressbar" aria-label={t('loading')}>
        <div className={styles.bar} />
      </div>
    </section>
  );
}
