import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import styles from './LoadingBar.module.css';

const DELAY_MS = 400;

/** A thin bar while a dataset is being loaded, once that takes longer than a moment. */
export function LoadingBar() {
  const loading = useAppState((state) => state.loading);
  return loading === undefined ? null : <DelayedBar key={loading} />;
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
    <div className={styles.track} role="progressbar" aria-label={t('loading')}>
      <div className={styles.bar} />
    </div>
  );
}
