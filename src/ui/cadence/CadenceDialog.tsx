import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../model/dataset';
import { formatDay } from '../../time/date-text';
import { useAppState, useAppStore } from '../app-store';
import { DialogFrame } from '../shell/DialogFrame';
import { useAsOfDay } from '../use-derived';
import styles from './Cadence.module.css';
import { CadenceChooser } from './CadenceChooser';
import { CadenceResult } from './CadenceResult';
import './cadence-messages';
import { useCadence } from './use-cadence';

/** How often something recurs: what, chosen here and at first as the timeline is filtered, and the answer. */
export function CadenceDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('cadence');
  const dataset = useAppState((state) => state.dataset);
  return (
    <DialogFrame
      title={t('title')}
      isOpen
      onClose={onClose}
      className={styles.dialog}
      overlayClassName={styles.overlay}
    >
      {dataset && <CadenceOf dataset={dataset} onClose={onClose} />}
    </DialogFrame>
  );
}

interface CadenceOfProps {
  readonly dataset: Dataset;
  readonly onClose: () => void;
}

function CadenceOf({ dataset, onClose }: CadenceOfProps) {
  const { t } = useTranslation('cadence');
  const language = useAppState((state) => state.language);
  const asOfDay = useAsOfDay();
  const store = useAppStore();
  const [chosen, setChosen] = useState(() => store.getState().filter);
  // Of a large set the answer takes a moment, which no click should wait for.
  const filter = useDeferredValue(chosen);
  const facts = useCadence(filter);
  if (!facts) return null;
  const date = formatDay(asOfDay, language, 'long');
  return (
    <div className={styles.cadence}>
      <p className={styles.intro}>{t('intro', { date })}</p>
      <CadenceChooser facts={facts} filter={chosen} onChange={setChosen} />
      <CadenceResult facts={facts} filter={filter} dataset={dataset} onClose={onClose} />
    </div>
  );
}
